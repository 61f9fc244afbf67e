namespace Dashboard.Telemetry.Queries;

/// <summary>By what traces are sorted.</summary>
internal enum TraceSort
{
    /// <summary>The start of the first span.</summary>
    Start,

    /// <summary>From the first span's start to the last one's end.</summary>
    Duration,

    /// <summary>The number of spans.</summary>
    Spans,
}
