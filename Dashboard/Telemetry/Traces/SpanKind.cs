namespace Dashboard.Telemetry.Traces;

/// <summary>A span's part in a call.</summary>
internal enum SpanKind : byte
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Within a process.</summary>
    Internal,

    /// <summary>Answers a call.</summary>
    Server,

    /// <summary>Makes a call.</summary>
    Client,

    /// <summary>Sends a message.</summary>
    Producer,

    /// <summary>Takes a message.</summary>
    Consumer,
}
