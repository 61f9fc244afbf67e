namespace Scenarios.Scripts;

/// <summary>Waits.</summary>
/// <param name="Duration">For how long, simulated time.</param>
public sealed record ThinkStep(TimeSpan Duration) : FlowStep;
