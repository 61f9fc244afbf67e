namespace Dashboard.Lab.Alarms;

/// <summary>An alarm, ready to be shown.</summary>
/// <param name="Kind">What is watched.</param>
/// <param name="Name">The same in words.</param>
/// <param name="MissingData">What it makes of a time without data, in CloudWatch's words; null: there is always data.</param>
/// <param name="IsOn">Whether it is off now.</param>
/// <param name="Episodes">Each time that it went off, the latest last.</param>
public sealed record AlarmState(AlarmKind Kind, string Name, string? MissingData, bool IsOn, IReadOnlyList<AlarmEpisode> Episodes);
