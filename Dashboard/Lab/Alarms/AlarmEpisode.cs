namespace Dashboard.Lab.Alarms;

/// <summary>Once that an alarm went off.</summary>
/// <param name="Begin">When, simulated seconds since the run began.</param>
/// <param name="End">When what it watches was well again, or nothing was known of it any more; null: it is not.</param>
/// <param name="IsForWantOfData">Whether it ended because nothing was known any more.</param>
public sealed record AlarmEpisode(double Begin, double? End, bool IsForWantOfData = false);
