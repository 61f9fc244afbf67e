namespace AppHost.Experiments;

/// <summary>An experiment's last words in the terminal.</summary>
internal static class ExperimentText
{
    /// <summary>The verdict, the expectations, and where the reports are.</summary>
    public static IEnumerable<string> Lines(ExperimentResult experiment, string folder)
    {
        yield return "";
        foreach (var failed in experiment.Arms.Where(arm => arm.ExitCode != 0))
        {
            yield return $"FAILED  {failed.Name}: {(failed.Report is null ? "it ended without a report" : "not every order is accounted for")}";
        }

        foreach (var sentence in experiment.Comparison?.Verdict ?? [])
        {
            yield return sentence;
        }

        foreach (var outcome in experiment.Expectations)
        {
            yield return $"{Mark(outcome.Met)}  {outcome.Expectation}  ({outcome.Arm})";
        }

        yield return $"Reports: {Path.Combine(folder, "report.html")}, report.json, report.csv, summary.md";
    }

    /// <summary>How an outcome is written.</summary>
    public static string Mark(bool? met) => met switch
    {
        true => "met    ",
        false => "NOT MET",
        null => "UNKNOWN",
    };
}
