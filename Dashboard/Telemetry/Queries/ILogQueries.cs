using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Queries;

/// <summary>Questions to the log records. Each call reads a consistent state and holds up no writer.</summary>
internal interface ILogQueries
{
    /// <summary>The records <paramref name="offset"/> to <paramref name="offset"/> + <paramref name="count"/> of those that a filter lets through, oldest first.</summary>
    Task<LogPage> PageAsync(LogFilter filter, long offset, int count, CancellationToken cancellationToken);

    /// <summary>One record with all its attributes; null if it is not held.</summary>
    Task<LogDetail?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The message templates of the records that a filter lets through, the most frequent first.</summary>
    Task<IReadOnlyList<LogTemplate>> TemplatesAsync(LogFilter filter, int limit, CancellationToken cancellationToken);

    /// <summary>A trace's records, oldest first, with their spans' ids.</summary>
    Task<IReadOnlyList<LogRow>> OfTraceAsync(TraceId traceId, CancellationToken cancellationToken);
}
