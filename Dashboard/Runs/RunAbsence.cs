namespace Dashboard.Runs;

/// <summary>A time, real, in which no dashboard followed a run.</summary>
/// <param name="From">When the last thing was heard of it.</param>
/// <param name="To">When a dashboard took it up again.</param>
internal sealed record RunAbsence(DateTimeOffset From, DateTimeOffset To);
