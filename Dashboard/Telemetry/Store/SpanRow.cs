using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Store;

/// <summary>A span as the table has it.</summary>
internal struct SpanRow
{
    public TraceId TraceId;
    public ulong SpanId;
    public ulong ParentSpanId;

    /// <summary>Nanoseconds since 1970.</summary>
    public long Start;

    /// <summary>Nanoseconds.</summary>
    public long Duration;

    public int ResourceId;
    public byte Kind;
    public byte Status;
    public int? HttpStatus;
    public int? Attempt;
    public StoredText Name;
    public StoredText Scope;
    public StoredText StatusMessage;
    public StoredText Attributes;
    public StoredText Events;
    public StoredText Links;
    public StoredText CorrelationId;
    public StoredText FaasName;
    public StoredText FaasTrigger;
    public StoredText Destination;
    public StoredText Operation;
    public StoredText ErrorType;
}
