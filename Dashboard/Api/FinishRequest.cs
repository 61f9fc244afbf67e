using Scenarios.Reports;

namespace Dashboard.Api;

/// <summary>Ends a run.</summary>
/// <param name="Drained">Whether every order was settled.</param>
/// <param name="Load">What the load generator did; null if not known.</param>
public sealed record FinishRequest(bool Drained, LoadSummary? Load);
