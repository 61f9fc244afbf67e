namespace Dashboard.Runs;

/// <summary>A run as it was announced.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Scenario">The scenario played.</param>
/// <param name="FlowControl">Whether events go through the queue.</param>
/// <param name="Speed">Simulated seconds a real second.</param>
/// <param name="Seed">The seed.</param>
/// <param name="StartedAt">When it began, real time.</param>
internal sealed record RunStart(string Id, string Scenario, bool FlowControl, double Speed, int Seed, DateTimeOffset StartedAt);
