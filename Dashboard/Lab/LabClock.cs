namespace Dashboard.Lab;

/// <summary>The clock of the system under study, as far as a run's record needs it.</summary>
/// <param name="Speed">Simulated seconds a real second.</param>
internal sealed record LabClock(double Speed);
