namespace Dashboard.Telemetry.Store;

/// <summary>Spans on their way into the table, with the memory of their texts; used again once they are stored.</summary>
internal sealed class SpanBatch
{
    private const int InitialRows = 512;

    private SpanRow[] _rows = new SpanRow[InitialRows];

    /// <summary>The spans.</summary>
    public ReadOnlySpan<SpanRow> Rows => _rows.AsSpan(0, Count);

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>Spans that made no sense and were left out.</summary>
    public int Rejected { get; set; }

    /// <summary>Their texts.</summary>
    public TextArena Texts { get; } = new();

    /// <summary>A new span, everything unset; it is the batch's with <see cref="Keep"/>.</summary>
    public ref SpanRow Next()
    {
        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, 2 * _rows.Length);
        }

        _rows[Count] = default;
        return ref _rows[Count];
    }

    /// <summary>Keeps the span that <see cref="Next"/> gave.</summary>
    public void Keep() => Count++;

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        (Count, Rejected) = (0, 0);
        Texts.Clear();
    }
}
