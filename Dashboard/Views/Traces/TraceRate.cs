namespace Dashboard.Views.Traces;

/// <summary>How many traces began in a second, real time, around <paramref name="Time"/>.</summary>
internal readonly record struct TraceRate(DateTimeOffset Time, double Good, double Failed);
