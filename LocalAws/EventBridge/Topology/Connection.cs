using System.Text.Json.Serialization;

namespace LocalAws.EventBridge.Topology;

/// <summary>How API destinations authorize. Its secrets are never part of an answer.</summary>
internal sealed record Connection(string Name, string Arn, string SecretArn, Authorization Authorization, string? Description, DateTimeOffset Created)
{
    public DateTimeOffset Modified { get; init; } = Created;
}

/// <summary>What proves to an endpoint who calls.</summary>
[JsonDerivedType(typeof(ApiKey), "apiKey")]
[JsonDerivedType(typeof(Basic), "basic")]
internal abstract record Authorization
{
    /// <summary>A key in a header.</summary>
    internal sealed record ApiKey(string Name, string Value) : Authorization;

    /// <summary>HTTP basic authentication.</summary>
    internal sealed record Basic(string Username, string Password) : Authorization;
}
