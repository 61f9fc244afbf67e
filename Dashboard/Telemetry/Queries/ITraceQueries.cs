using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Queries;

/// <summary>Questions to the spans. Each call reads a consistent state and holds up no writer.</summary>
internal interface ITraceQueries
{
    /// <summary>One page of the traces that a filter lets through.</summary>
    Task<TracePage> ListAsync(TraceFilter filter, CancellationToken cancellationToken);

    /// <summary>When the traces that a filter lets through began, by second; seconds without any are left out.</summary>
    Task<IReadOnlyList<TraceStarts>> StartsAsync(TraceFilter filter, CancellationToken cancellationToken);

    /// <summary>All that is held of one trace, its spans by start; null if nothing is.</summary>
    Task<Trace?> FindAsync(TraceId id, CancellationToken cancellationToken);
}
