using System.Globalization;
using LoadGenerator.Runs;

namespace LoadGenerator.Cli;

/// <summary>A run in words.</summary>
internal static class LoadSummaryText
{
    public static string Counts(RunView view)
    {
        var skipped = view.Skipped > 0 ? $", {view.Skipped} skipped" : "";
        return $"{view.Started} of {view.Planned} sent{skipped}, {view.Accepted} accepted, {view.Rejected} rejected, {view.Failed} failed, "
            + $"{view.Started - view.Finished} under way";
    }

    public static string Phase(RunView view) => view.PhaseName.Length > 0 ? view.PhaseName : $"phase {view.Phase}";

    public static string Lag(RunView view) => string.Create(
        CultureInfo.InvariantCulture,
        $"sent at most {view.MaxLagMilliseconds:F1} ms late, 99 % within {view.P99LagMilliseconds:F1} ms (simulated)");
}
