namespace Dashboard.Runs;

/// <summary>A value at a time of a run, in simulated seconds since it began.</summary>
internal readonly record struct TrackPoint(double Seconds, double Value);
