using System.Data;
using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Store;

/// <summary>What one process did in a trace.</summary>
internal sealed record TracePart
{
    private TracePart()
    {
    }

    /// <summary>The trace.</summary>
    public required TraceId TraceId { get; init; }

    private int ResourceId { get; init; }

    private int Spans { get; init; }

    private int Errors { get; init; }

    private string? RootName { get; init; }

    private long RootStart { get; init; }

    private string FirstName { get; init; } = "";

    private long FirstStart { get; init; }

    private string? CorrelationId { get; init; }

    private long CorrelationStart { get; init; }

    /// <summary>Reads a row.</summary>
    public static TracePart Read(IDataRecord row) => new()
    {
        TraceId = TraceQueries.ReadTraceId(row, 0),
        ResourceId = row.GetInt32(1),
        Spans = (int)row.GetInt64(2),
        Errors = (int)row.GetInt64(3),
        RootName = TraceQueries.Text(row, 4),
        RootStart = row.IsDBNull(5) ? long.MaxValue : row.GetInt64(5),
        FirstName = TraceQueries.Text(row, 6) ?? "",
        FirstStart = row.IsDBNull(7) ? long.MaxValue : row.GetInt64(7),
        CorrelationId = TraceQueries.Text(row, 8),
        CorrelationStart = row.IsDBNull(9) ? long.MaxValue : row.GetInt64(9),
    };

    /// <summary>A trace from its parts.</summary>
    public static TraceItem Combine(TraceTotals totals, IReadOnlyList<TracePart> parts, IResourceLookup resources)
    {
        var root = parts.Where(part => part.RootName is not null).MinBy(part => part.RootStart);
        var first = root ?? parts.MinBy(part => part.FirstStart)!;
        return new()
        {
            TraceId = totals.TraceId,
            Name = root?.RootName ?? first.FirstName,
            Service = resources[first.ResourceId].Key.Service,
            Start = UnixNanos.FromStored(totals.Start),
            Duration = UnixNanos.SpanFromStored(totals.End - totals.Start),
            Spans = (int)totals.Spans,
            Errors = (int)totals.Errors,
            Services =
            [
                .. parts.GroupBy(part => resources[part.ResourceId].Key.Service)
                    .Select(service => new ServiceShare(service.Key, service.Sum(part => part.Spans), service.Sum(part => part.Errors)))
                    .OrderByDescending(service => service.Spans).ThenBy(service => service.Service, StringComparer.Ordinal),
            ],
            CorrelationId = parts.MinBy(part => part.CorrelationStart)?.CorrelationId,
            Clock = resources[first.ResourceId].Clock,
        };
    }
}
