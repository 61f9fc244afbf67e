using Scenarios.Reports;

namespace Dashboard.Runs;

/// <summary>What the load generator told, beside what Notification.Api counted.</summary>
internal static class LoadAccount
{
    /// <summary>
    /// The summary as a report has it. The last word of a load generator that ended in the middle is older than its end: what Notification.Api
    /// accepted beyond it was sent, too, as far as the script planned it.
    /// </summary>
    /// <param name="told">What the load generator told last; null: nothing.</param>
    /// <param name="accepted">Orders that Notification.Api accepted.</param>
    public static LoadSummary? Complete(LoadSummary? told, long accepted)
    {
        if (told is null || !IsOld(told, accepted))
        {
            return told;
        }

        var known = Math.Max(told.Accepted, Math.Min(accepted, told.Planned));
        var failed = Math.Min(told.Failed, told.Planned - known);
        var finished = Math.Max(told.Finished, known + failed);
        return told with { Accepted = known, Failed = failed, Finished = finished, Started = Math.Max(told.Started, finished) };
    }

    /// <summary>What is to be said of it, a sentence each.</summary>
    /// <param name="told">What the load generator told last; null: nothing.</param>
    /// <param name="accepted">Orders that Notification.Api accepted.</param>
    public static IEnumerable<string> Warnings(LoadSummary? told, long accepted)
    {
        if (told is { Incomplete: true })
        {
            var sent = Complete(told, accepted)!.Started;
            yield return $"Incomplete load: {(IsOld(told, accepted) ? "at least " : "")}{sent} of {told.Planned} arrivals were sent; then the load was stopped, or the load generator ended.";
        }

        if (told is not null && IsOld(told, accepted))
        {
            yield return $"The load generator last told of {told.Started} orders sent, {told.Accepted} of them accepted, and Notification.Api accepted {accepted}: it ended, or was stopped, before it could tell of the rest. The report has what Notification.Api counted.";
        }
        else if (told is not null && told.Accepted < told.Started)
        {
            yield return $"{told.Started - told.Accepted} of {told.Started} orders sent were not accepted as far as their sender knows: {told.Failed} had no answer, the others were refused.";
        }
    }

    /// <summary>More was accepted than it knows of, even if all that got no answer was.</summary>
    private static bool IsOld(LoadSummary told, long accepted) => told.Incomplete && told.Accepted + told.Failed < accepted;
}
