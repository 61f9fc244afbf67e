namespace Dashboard.Runs;

/// <summary>Flow control was turned while a run was on.</summary>
/// <param name="Enabled">Whether on.</param>
/// <param name="At">When, real time.</param>
internal sealed record RunFlip(bool Enabled, DateTimeOffset At);
