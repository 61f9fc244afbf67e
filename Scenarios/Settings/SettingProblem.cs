namespace Scenarios.Settings;

/// <summary>A setting that does not agree with another.</summary>
/// <param name="Key">Its key within its group.</param>
/// <param name="Value">Its value.</param>
/// <param name="Allowed">What would be allowed.</param>
public sealed record SettingProblem(string Key, object Value, string Allowed);
