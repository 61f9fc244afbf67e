using Scenarios.Settings;

namespace Dashboard.Runs;

/// <summary>The settings of the system while a run is on.</summary>
/// <param name="Settings">All of them.</param>
/// <param name="At">When they were seen, real time.</param>
internal sealed record RunSettings(SystemSettings Settings, DateTimeOffset At);
