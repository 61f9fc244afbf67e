namespace Dashboard.Lab.Control;

/// <summary>Where the current run stands, whoever began it.</summary>
public sealed record RunStatus
{
    /// <summary>In a word.</summary>
    public RunPhase Phase { get; init; }

    /// <summary>The load; null: not known.</summary>
    public LoadView? Load { get; init; }

    /// <summary>Why the load is not known; null: it is, or there is none.</summary>
    public string? Problem { get; init; }
}
