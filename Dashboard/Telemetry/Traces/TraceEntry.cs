namespace Dashboard.Telemetry.Traces;

/// <summary>A trace in the store; its place in the line for eviction is its node.</summary>
internal sealed class TraceEntry
{
    /// <summary>A batch's trace may name many orders; past this many it is not found by the others.</summary>
    private const int MaximumCorrelationIds = 32;

    private readonly List<SpanRecord> _spans = [];
    private readonly List<string> _correlationIds = [];

    public TraceEntry(TraceId id, long arrival)
    {
        Id = id;
        Arrival = arrival;
        Node = new(this);
    }

    /// <summary>Its id.</summary>
    public TraceId Id { get; }

    /// <summary>Its number in the order of arrival.</summary>
    public long Arrival { get; }

    /// <summary>Its place in the line.</summary>
    public LinkedListNode<TraceEntry> Node { get; }

    /// <summary>In which line it stands.</summary>
    public TraceWorth Worth => HasError ? TraceWorth.Failed : _correlationIds.Count > 0 ? TraceWorth.Order : TraceWorth.Other;

    /// <summary>Whether a span failed.</summary>
    public bool HasError { get; private set; }

    /// <summary>Spans beyond the limit.</summary>
    public int Trimmed { get; set; }

    /// <summary>Spans held.</summary>
    public int Count => _spans.Count;

    /// <summary>The orders that its spans name.</summary>
    public IReadOnlyList<string> CorrelationIds => _correlationIds;

    /// <summary>Takes a span.</summary>
    /// <returns>The order that it names, if no span before it did.</returns>
    public string? Add(SpanRecord span, string correlationKey)
    {
        _spans.Add(span);
        HasError |= span.Status == SpanStatus.Error;
        if (_correlationIds.Count == MaximumCorrelationIds
            || span.Tags.Find(correlationKey) is not { Length: > 0 } id
            || _correlationIds.Contains(id))
        {
            return null;
        }

        _correlationIds.Add(id);
        return id;
    }

    /// <summary>A picture of it.</summary>
    public Trace ToTrace() =>
        new(Id, [.. _spans.OrderBy(span => span.Start).ThenByDescending(span => span.Duration)], [.. _correlationIds], HasError, Trimmed);
}
