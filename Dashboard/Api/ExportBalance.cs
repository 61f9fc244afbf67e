namespace Dashboard.Api;

/// <summary>
/// One kind of telemetry on both sides. At rest <paramref name="Stored"/> is <paramref name="Exported"/>; while a process runs it is ahead, as
/// a process says what it exported once a second.
/// </summary>
/// <param name="Exported">Items that the receiver acknowledged, as the sender says; metric points with those of the export that says so.</param>
/// <param name="Stored">Items of that sender that are stored.</param>
/// <param name="Failed">Items that the sender gave up on.</param>
/// <param name="Dropped">Items that found the sender's own queue full.</param>
public sealed record ExportBalance(long Exported, long Stored, long Failed, long Dropped)
{
    internal static ExportBalance Sum(IEnumerable<ExportBalance> balances) => balances.Aggregate(
        new ExportBalance(0, 0, 0, 0),
        (sum, one) => new(sum.Exported + one.Exported, sum.Stored + one.Stored, sum.Failed + one.Failed, sum.Dropped + one.Dropped));
}
