namespace Scenarios.Reports;

/// <summary>
/// The figures of a report by name: <c>totals.dropped</c>, <c>peaks.queueDepth</c>, <c>timeToDelivery.p99Seconds</c>, <c>cost.total</c>. The
/// last part alone is enough where only one figure has it.
/// </summary>
public static class ReportFigures
{
    private static readonly Dictionary<string, Func<RunReport, double?>> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["simulatedSeconds"] = report => report.SimulatedSeconds,
        ["realSeconds"] = report => report.RealSeconds,
        ["totals.accepted"] = report => report.Totals.Accepted,
        ["totals.rejected"] = report => report.Totals.Rejected,
        ["totals.delivered"] = report => report.Totals.Delivered,
        ["totals.dropped"] = report => report.Totals.Dropped,
        ["totals.deadLettered"] = report => report.Totals.DeadLettered,
        ["totals.inFlight"] = report => report.Totals.InFlight,
        ["totals.unaccounted"] = report => report.Totals.Unaccounted,
        ["totals.processed"] = report => report.Totals.Processed,
        ["totals.processedTwice"] = report => report.Totals.ProcessedTwice,
        ["totals.processedThoughDropped"] = report => report.Totals.ProcessedThoughDropped,
        ["totals.invocations"] = report => report.Totals.Invocations,
        ["totals.invocationErrors"] = report => report.Totals.InvocationErrors,
        ["totals.timeouts"] = report => report.Totals.Timeouts,
        ["totals.billedSeconds"] = report => report.Totals.BilledSeconds,
        ["totals.wastedSeconds"] = report => report.Totals.WastedSeconds,
        ["totals.calls"] = report => report.Totals.Calls,
        ["totals.throttled"] = report => report.Totals.Throttled,
        ["totals.faults"] = report => report.Totals.Faults,
        ["peaks.concurrentExecutions"] = report => report.Peaks.ConcurrentExecutions,
        ["peaks.asyncEventsDroppedPerMinute"] = report => report.Peaks.AsyncEventsDroppedPerMinute,
        ["peaks.errorsPerMinute"] = report => report.Peaks.ErrorsPerMinute,
        ["peaks.queueDepth"] = report => report.Peaks.QueueDepth,
        ["peaks.ageOfOldestMessageSeconds"] = report => report.Peaks.AgeOfOldestMessageSeconds,
        ["timeToDelivery.p50Seconds"] = report => report.TimeToDelivery.P50Seconds,
        ["timeToDelivery.p99Seconds"] = report => report.TimeToDelivery.P99Seconds,
        ["minutes.lowestSuccessRatePercent"] = report => report.Minutes.Min(minute => minute.SuccessRatePercent),
        ["cost.total"] = report => (double?)report.Cost?.Total,
        ["cost.waste"] = report => (double?)report.Cost?.Waste,
        ["cost.perThousandDelivered"] = report => (double?)report.Cost?.PerThousandDelivered,
        ["clock.p99LagMilliseconds"] = report => report.Clock.P99LagMilliseconds,
    };

    private static readonly Dictionary<string, string> ByLastPart = ByName.Keys
        .GroupBy(LastPart, StringComparer.OrdinalIgnoreCase)
        .Where(names => names.Count() == 1)
        .ToDictionary(names => names.Key, names => names.Single(), StringComparer.OrdinalIgnoreCase);

    /// <summary>All names, in full.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys];

    /// <summary>The last parts that are enough.</summary>
    public static IReadOnlyCollection<string> ShortNames => ByLastPart.Keys;

    /// <summary>How to read a figure, or null if there is none of that name. A figure may be unknown: nothing was delivered, say.</summary>
    public static Func<RunReport, double?>? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.GetValueOrDefault(name) ?? (ByLastPart.TryGetValue(name, out var full) ? ByName[full] : null);
    }

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];
}
