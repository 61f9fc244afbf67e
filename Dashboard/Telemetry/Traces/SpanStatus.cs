namespace Dashboard.Telemetry.Traces;

/// <summary>How a span ended.</summary>
internal enum SpanStatus : byte
{
    /// <summary>Not said.</summary>
    Unset,

    /// <summary>Declared good.</summary>
    Ok,

    /// <summary>Failed.</summary>
    Error,
}
