using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LocalAws.EventBridge.Topology;

/// <summary>How API destinations authorize. Its secrets are never part of an answer.</summary>
/// <param name="SecretArn">The secret of Secrets Manager that holds them.</param>
internal sealed record Connection(string Name, string Arn, string SecretArn, Authorization Authorization, string? Description, DateTimeOffset Created)
{
    public DateTimeOffset Modified { get; init; } = Created;

    public ConnectionState State { get; init; } = ConnectionState.Authorized;

    /// <summary>Why it is in that state, if there is something to say.</summary>
    public string? StateReason { get; init; }

    /// <summary>When it was authorized last.</summary>
    public DateTimeOffset Authorized { get; init; } = Created;

    /// <summary>What goes into each request to the endpoint.</summary>
    public HttpAdditions Invocation { get; init; } = HttpAdditions.None;

    public string? KmsKeyIdentifier { get; init; }
}

/// <summary>Whether a connection can be used.</summary>
internal enum ConnectionState
{
    Authorized,

    /// <summary>The token of OAuth is still to come.</summary>
    Authorizing,

    /// <summary>Its secrets were taken away.</summary>
    Deauthorized,
}

/// <summary>What proves to an endpoint who calls.</summary>
[JsonDerivedType(typeof(ApiKey), "key")]
[JsonDerivedType(typeof(Basic), "basic")]
[JsonDerivedType(typeof(OAuth), "oauth")]
[JsonDerivedType(typeof(Removed), "removed")]
internal abstract record Authorization
{
    /// <summary>A key in a header.</summary>
    internal sealed record ApiKey(string Name, string Value) : Authorization;

    /// <summary>HTTP basic authentication.</summary>
    internal sealed record Basic(string Username, string Password) : Authorization;

    /// <summary>A token that an authorization server gives for the client's id and secret.</summary>
    /// <param name="Method">GET, POST or PUT.</param>
    internal sealed record OAuth(string ClientId, string ClientSecret, string Endpoint, string Method, HttpAdditions Additions) : Authorization;

    /// <summary>What a deauthorized connection has left.</summary>
    /// <param name="Type">AWS's name for what it was.</param>
    internal sealed record Removed(string Type) : Authorization;
}

/// <summary>Parameters that a connection adds to requests.</summary>
internal sealed record HttpAdditions(
    ImmutableArray<HttpAddition> Headers, ImmutableArray<HttpAddition> Query, ImmutableArray<HttpAddition> Body)
{
    public static HttpAdditions None { get; } = new([], [], []);

    [JsonIgnore]
    public bool IsEmpty => Headers.IsEmpty && Query.IsEmpty && Body.IsEmpty;
}

/// <summary>One parameter.</summary>
/// <param name="IsSecret">Its value is never told.</param>
internal sealed record HttpAddition(string Key, string Value, bool IsSecret);
