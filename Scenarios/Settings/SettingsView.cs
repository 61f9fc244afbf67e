namespace Scenarios.Settings;

/// <summary>The settings that a running service has now.</summary>
/// <param name="Scenario">The scenario whose overlay lies beneath them.</param>
/// <param name="Revision">How often they were changed since the service started.</param>
/// <param name="Settings">All of them.</param>
public sealed record SettingsView(string Scenario, int Revision, SystemSettings Settings)
{
    /// <summary>How many of them are not as that scenario, and the service's own configuration above it, have them.</summary>
    public int Changed { get; init; }
}
