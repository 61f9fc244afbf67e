namespace LoadGenerator.Api;

/// <summary>The body of <c>POST /runs</c>.</summary>
/// <param name="Scenario">The scenario's name.</param>
internal sealed record StartRun(string? Scenario);
