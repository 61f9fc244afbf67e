using Dashboard.Telemetry.Queries;

namespace Dashboard.Telemetry.Store;

/// <summary>The order of a list of traces; those that are alike in it by their ids.</summary>
internal sealed class TraceOrder(TraceFilter filter) : IComparer<TraceTotals>
{
    private readonly int _direction = filter.Descending ? -1 : 1;

    /// <inheritdoc />
    public int Compare(TraceTotals x, TraceTotals y)
    {
        var order = filter.Sort switch
        {
            TraceSort.Duration => (x.End - x.Start).CompareTo(y.End - y.Start),
            TraceSort.Spans => x.Spans.CompareTo(y.Spans),
            _ => x.Start.CompareTo(y.Start),
        };
        return order != 0 ? order * _direction
            : x.TraceId.High != y.TraceId.High ? x.TraceId.High.CompareTo(y.TraceId.High)
            : x.TraceId.Low.CompareTo(y.TraceId.Low);
    }
}
