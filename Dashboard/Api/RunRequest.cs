namespace Dashboard.Api;

/// <summary>Announces a run.</summary>
/// <param name="Scenario">The scenario played.</param>
/// <param name="FlowControl">Whether events go through the queue.</param>
/// <param name="Speed">Simulated seconds a real second, 0.1 to 100.</param>
/// <param name="Seed">The seed.</param>
public sealed record RunRequest(string? Scenario, bool FlowControl, double Speed = 1, int Seed = 1);
