using Scenarios.Settings;

namespace Dashboard.Runs;

/// <summary>A setting was changed while a run was on.</summary>
/// <param name="Difference">Which, and how.</param>
/// <param name="At">When it was seen, real time.</param>
internal sealed record RunSettingChange(SettingDifference Difference, DateTimeOffset At);
