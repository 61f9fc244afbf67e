using System.Text.Json.Serialization;

namespace LocalAws.EventBridge.Topology;

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
