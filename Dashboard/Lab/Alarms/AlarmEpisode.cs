namespace Dashboard.Lab.Alarms;

/// <summary>Once that an alarm went off.</summary>
/// <param name="Begin">When, simulated seconds since the run began.</param>
/// <param name="End">When what it watches was well again; null: it is not.</param>
public sealed record AlarmEpisode(double Begin, double? End);
