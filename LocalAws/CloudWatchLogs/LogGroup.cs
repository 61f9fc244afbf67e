namespace LocalAws.CloudWatchLogs;

/// <summary>A log group: its streams, and the last events of all of them together. Not thread-safe.</summary>
internal sealed class LogGroup(string name, string arn, DateTimeOffset created)
{
    /// <summary>The most events that a group keeps; the oldest go first.</summary>
    private const int MostEvents = 10_000;

    private readonly Queue<LogEvent> _events = new();
    private readonly SortedDictionary<string, LogStream> _streams = new(StringComparer.Ordinal);
    private long _last;

    public string Name { get; } = name;

    public string Arn { get; } = arn;

    public DateTimeOffset Created { get; } = created;

    /// <summary>The oldest first.</summary>
    public IEnumerable<LogEvent> Events => _events;

    /// <summary>By name.</summary>
    public IEnumerable<LogStream> Streams => _streams.Values;

    /// <summary>What the events' messages have together.</summary>
    public long Bytes { get; private set; }

    public LogStream? FindStream(string stream) => _streams.GetValueOrDefault(stream);

    public LogStream AddStream(string stream, DateTimeOffset now) => _streams[stream] = new LogStream(stream, $"{Arn}:log-stream:{stream}", now);

    /// <summary>Adds an event to a stream that exists.</summary>
    public void Add(string stream, string message, DateTimeOffset at, DateTimeOffset now)
    {
        _events.Enqueue(new LogEvent(++_last, stream, message, at, now));
        Bytes += message.Length;
        if (_events.Count > MostEvents)
        {
            Bytes -= _events.Dequeue().Message.Length;
        }

        var known = _streams[stream];
        _streams[stream] = known with { First = known.First ?? at, Last = at, Ingested = now };
    }
}

/// <summary>A stream of a log group.</summary>
internal sealed record LogStream(string Name, string Arn, DateTimeOffset Created)
{
    /// <summary>The time of its first event.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>The time of its last event.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>When its last event came.</summary>
    public DateTimeOffset? Ingested { get; init; }
}

/// <summary>An event of a log group.</summary>
/// <param name="Order">Grows with every event of the group.</param>
/// <param name="At">The time that its sender gave.</param>
/// <param name="Ingested">When it came.</param>
internal sealed record LogEvent(long Order, string Stream, string Message, DateTimeOffset At, DateTimeOffset Ingested);
