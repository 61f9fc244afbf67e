namespace Dashboard.Runs.Journal;

/// <summary>A line of a journal. The first has the run, and as points what every series said last before it.</summary>
internal sealed record JournalEntry
{
    public RunStart? Run { get; init; }

    /// <summary>The start of the system that the run belongs to.</summary>
    public string? Launch { get; init; }

    /// <summary>Series that have not been told before.</summary>
    public IReadOnlyList<JournalSeries> Series { get; init; } = [];

    public IReadOnlyList<JournalPoint> Points { get; init; } = [];

    /// <summary>Since the line before this one nobody wrote.</summary>
    public RunAbsence? Absence { get; init; }

    /// <summary>Flow control was turned.</summary>
    public RunFlip? Flip { get; init; }

    /// <summary>The settings of the system were seen, for the first time or other than before.</summary>
    public RunSettings? Settings { get; init; }
}
