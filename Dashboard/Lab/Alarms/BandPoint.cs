namespace Dashboard.Lab.Alarms;

/// <summary>Where a value was expected, and whether it was there.</summary>
/// <param name="Lower">The lowest that would surprise nobody.</param>
/// <param name="Upper">The highest.</param>
/// <param name="IsOutside">Whether the value was neither between them nor on them.</param>
internal sealed record BandPoint(double Lower, double Upper, bool IsOutside);
