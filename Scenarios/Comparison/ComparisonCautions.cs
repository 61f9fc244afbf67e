using System.Globalization;
using Scenarios.Reports;
using Scenarios.Settings;

namespace Scenarios.Comparison;

/// <summary>Why the difference of two runs may be another's doing than the one that it is taken for.</summary>
internal static class ComparisonCautions
{
    /// <summary>Settings that are named; more would hide the verdict.</summary>
    private const int MostSettings = 6;

    private const string Seed = "Seed";

    /// <summary>What was not one thing from its beginning to its end, or not the same in both; before anything is said of the difference.</summary>
    public static IEnumerable<string> OfWhatWasPlayed(RunReport first, RunReport second, string firstName, string secondName)
    {
        foreach (var (report, name) in ((RunReport, string)[])[(first, firstName), (second, secondName)])
        {
            if (report.Flips.Count > 0)
            {
                var own = name.Contains(RunWords.FlowControl(report), StringComparison.Ordinal) ? "" : $" ({RunWords.FlowControl(report)})";
                yield return $"Careful: the run {name}{own} was played neither with nor without flow control: it was turned while the run was on, and orders took either way.";
            }
        }

        foreach (var (report, name) in ((RunReport, string)[])[(first, firstName), (second, secondName)])
        {
            if (report.SettingChanges.Count > 0)
            {
                yield return $"Careful: settings were changed in the run {name}: {Few(report.SettingChanges.Select(RunWords.Change))}. What follows from that is not flow control's doing.";
            }
        }

        if (first is { Settings: { } before } && second is { Settings: { } after } && first.Scenario == second.Scenario)
        {
            string[] differences =
            [
                .. SettingDifference.Between(before, after).Where(difference => difference.Name != Seed)
                    .Select(difference => $"{difference.Name} {difference.First} and {difference.Second}"),
            ];
            if (differences.Length > 0)
            {
                yield return $"Careful: the runs began with different settings: {Few(differences)}. What follows from that is not flow control's doing.";
            }
        }
    }

    /// <summary>What makes the figures less comparable or less certain.</summary>
    public static IEnumerable<string> OfHowItEnded(RunReport first, RunReport second)
    {
        if (first.Scenario != second.Scenario)
        {
            yield return $"Careful: the scenarios differ ({first.Scenario}, {second.Scenario}), and with them what is compared.";
        }

        if (first.Totals.Accepted != second.Totals.Accepted)
        {
            yield return Text($"Careful: the loads differ ({first.Totals.Accepted:N0} and {second.Totals.Accepted:N0} orders accepted).");
        }

        if (first.Load is { Incomplete: true } || second.Load is { Incomplete: true })
        {
            yield return "Careful: a load was not played to its end.";
        }

        if (!first.Drained || !second.Drained)
        {
            yield return "Careful: not every order was settled when a run was ended, so what it lost and how late it was is not fully known.";
        }
    }

    private static string Few(IEnumerable<string> all)
    {
        string[] texts = [.. all];
        return texts.Length <= MostSettings
            ? string.Join(", ", texts)
            : $"{string.Join(", ", texts.Take(MostSettings))} and {texts.Length - MostSettings} more";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
