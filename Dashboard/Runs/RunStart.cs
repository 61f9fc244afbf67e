namespace Dashboard.Runs;

/// <summary>A run as it was announced.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Scenario">The scenario played.</param>
/// <param name="FlowControl">Whether events went through the queue when it began.</param>
/// <param name="Speed">Simulated seconds a real second.</param>
/// <param name="Seed">The seed.</param>
/// <param name="StartedAt">When it began, real time.</param>
internal sealed record RunStart(string Id, string Scenario, bool FlowControl, double Speed, int Seed, DateTimeOffset StartedAt)
{
    /// <summary>Whether the dashboard's page began it; then the dashboard finishes it.</summary>
    public bool IsOurs { get; init; }

    /// <summary>When the dashboard was away and came back to it.</summary>
    public IReadOnlyList<RunAbsence> Absences { get; init; } = [];

    /// <summary>How flow control was turned since.</summary>
    public IReadOnlyList<RunFlip> Flips { get; init; } = [];

    /// <summary>The simulated minute of a real time, from 0.</summary>
    public int MinuteOf(DateTimeOffset time) => (int)Math.Max(0, (time - StartedAt).TotalMinutes * Speed);
}
