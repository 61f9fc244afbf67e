using System.Globalization;
using LoadGenerator.Runs;

namespace LoadGenerator.Cli;

/// <summary>A run in words.</summary>
internal static class LoadSummaryText
{
    public static string Plan(RunView view) => string.Create(
        CultureInfo.InvariantCulture,
        $"{view.Planned} {(view.Planned == 1 ? "arrival" : "arrivals")} in {view.DurationSeconds} s");

    /// <summary>The phase; after the last one, how long the run has been waiting for answers.</summary>
    public static string Stage(RunView view) => Overtime(view) is { Length: > 0 } overtime ? $"{Phase(view)}, {overtime}" : Phase(view);

    /// <summary>How far the run has come. What is sent in time may be answered later: that is told apart.</summary>
    public static string Progress(RunView view)
    {
        var played = Math.Min(view.ElapsedSeconds, view.DurationSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{played:F0} s of {view.DurationSeconds:F0} s, {Stage(view)}: {Counts(view)}");
    }

    public static string Counts(RunView view)
    {
        var skipped = view.Skipped > 0 ? $", {view.Skipped} skipped" : "";
        return $"{view.Started} of {view.Planned} sent{skipped}, {view.Accepted} accepted, {view.Rejected} rejected, {view.Failed} failed, "
            + $"{view.Started - view.Finished} under way";
    }

    public static string Lag(RunView view) => string.Create(
        CultureInfo.InvariantCulture,
        $"sent at most {view.MaxLagMilliseconds:F1} ms late, 99 % within {view.P99LagMilliseconds:F1} ms (simulated)");

    private static string Phase(RunView view) => view.PhaseName.Length > 0 ? view.PhaseName : $"phase {view.Phase}";

    private static string Overtime(RunView view)
    {
        var over = view.ElapsedSeconds - view.DurationSeconds;
        return over >= 1 ? string.Create(CultureInfo.InvariantCulture, $"overtime {over:F0} s") : "";
    }
}
