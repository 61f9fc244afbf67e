namespace Dashboard.Lab.Control;

/// <summary>Asks the load generator to play.</summary>
/// <param name="Scenario">The scenario's name.</param>
internal sealed record LoadOrder(string Scenario);
