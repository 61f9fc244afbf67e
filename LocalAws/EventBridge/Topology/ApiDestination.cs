namespace LocalAws.EventBridge.Topology;

/// <summary>An HTTP endpoint as a target.</summary>
/// <param name="Endpoint">Its URL; a star stands for a path parameter of the target.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="RateLimit">The most requests a second.</param>
internal sealed record ApiDestination(
    string Name,
    string Arn,
    string ConnectionArn,
    string Endpoint,
    string Method,
    int RateLimit,
    string? Description,
    DateTimeOffset Created)
{
    /// <summary>The rate that AWS assumes where none is given.</summary>
    public const int DefaultRateLimit = 300;

    public DateTimeOffset Modified { get; init; } = Created;
}
