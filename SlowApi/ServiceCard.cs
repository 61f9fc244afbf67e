namespace SlowApi;

/// <summary>What <c>GET /</c> tells about a service.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Description">What it does, in a sentence or two.</param>
/// <param name="Endpoints">What it can be asked.</param>
internal sealed record ServiceCard(string Service, string Description, IReadOnlyList<string> Endpoints)
{
    public static ServiceCard SlowApi { get; } = new(
        "slow-api",
        "A downstream API that is slow, fails now and then and takes only so many calls a second, as behind an API gateway with a usage plan.",
        ["POST /slow (header x-api-key)", "GET /orders/processed", "GET /settings", "PUT /settings", "GET /health", "GET /alive"]);
}
