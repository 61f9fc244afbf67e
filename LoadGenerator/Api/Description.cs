namespace LoadGenerator.Api;

/// <summary>The answer to <c>GET /</c>: what this service is.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Purpose">What it does, in a sentence.</param>
/// <param name="Target">Where the load goes.</param>
/// <param name="Scenarios">What it can play.</param>
/// <param name="Endpoints">What it answers to.</param>
internal sealed record Description(
    string Service,
    string Purpose,
    string Target,
    IReadOnlyList<string> Scenarios,
    IReadOnlyList<string> Endpoints);
