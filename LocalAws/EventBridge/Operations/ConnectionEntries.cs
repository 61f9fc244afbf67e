using System.Collections.Immutable;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;

namespace LocalAws.EventBridge.Operations;

/// <summary>The authorization of connections as requests and answers spell it.</summary>
internal static class ConnectionEntries
{
    public const string ApiKey = "API_KEY";
    public const string Basic = "BASIC";
    public const string OAuth = "OAUTH_CLIENT_CREDENTIALS";

    /// <summary>The authorization that a request asks for.</summary>
    /// <param name="existing">What an update leaves as it is where it says nothing; null: everything must be said.</param>
    public static Authorization Read(string type, AuthParametersEntry? parameters, Authorization? existing = null)
    {
        Authorization? authorization = type switch
        {
            ApiKey => ReadApiKey(parameters?.ApiKeyAuthParameters, existing as Authorization.ApiKey),
            Basic => ReadBasic(parameters?.BasicAuthParameters, existing as Authorization.Basic),
            _ => ReadOAuth(parameters?.OAuthParameters, existing as Authorization.OAuth),
        };
        return authorization ?? throw TopologyErrors.Validation($"Authorization parameters for {type} are missing or incomplete.");
    }

    public static HttpAdditions Read(HttpAdditionsEntry? entry) => entry is null
        ? HttpAdditions.None
        : new HttpAdditions(Read(entry.HeaderParameters), Read(entry.QueryStringParameters), Read(entry.BodyParameters));

    /// <summary>AWS's name of the kind.</summary>
    public static string TypeOf(Authorization authorization) => authorization switch
    {
        Authorization.Basic => Basic,
        Authorization.OAuth => OAuth,
        Authorization.Removed removed => removed.Type,
        _ => ApiKey,
    };

    /// <summary>What may be told of a connection.</summary>
    public static AuthParametersSummary Summarize(Connection connection)
    {
        var invocation = connection.Invocation is { } given ? Show(given) : null;
        return connection.Authorization switch
        {
            Authorization.Basic basic => new AuthParametersSummary(new BasicAuthSummary(basic.Username), null, null, invocation),
            Authorization.ApiKey key => new AuthParametersSummary(null, new ApiKeyAuthSummary(key.Name), null, invocation),
            Authorization.OAuth oauth => new AuthParametersSummary(
                null,
                null,
                new OAuthSummary(new OAuthClientSummary(oauth.ClientId), oauth.Endpoint, oauth.Method, Write(oauth.Additions)),
                invocation),
            _ => new AuthParametersSummary(null, null, null, invocation),
        };
    }

    /// <summary>Additions as they may be told: secret values are left out.</summary>
    public static HttpAdditionsEntry? Write(HttpAdditions additions) => additions.IsEmpty ? null : Show(additions);

    private static HttpAdditionsEntry Show(HttpAdditions additions) => new(Write(additions.Headers), Write(additions.Query), Write(additions.Body));

    private static Authorization.ApiKey? ReadApiKey(ApiKeyAuthEntry? entry, Authorization.ApiKey? existing) =>
        Either(entry?.ApiKeyName, existing?.Name) is { } name && Either(entry?.ApiKeyValue, existing?.Value) is { } value
            ? new Authorization.ApiKey(name, value)
            : null;

    private static Authorization.Basic? ReadBasic(BasicAuthEntry? entry, Authorization.Basic? existing) =>
        Either(entry?.Username, existing?.Username) is { } user && Either(entry?.Password, existing?.Password) is { } password
            ? new Authorization.Basic(user, password)
            : null;

    private static Authorization.OAuth? ReadOAuth(OAuthEntry? entry, Authorization.OAuth? existing)
    {
        new Constraints()
            .OneOf("authParameters.oAuthParameters.httpMethod", entry?.HttpMethod, "GET", "POST", "PUT")
            .Check(
                entry?.AuthorizationEndpoint is null or { Length: <= 2048 } && IsWebAddress(entry?.AuthorizationEndpoint),
                Constraints.Failure(
                    "authParameters.oAuthParameters.authorizationEndpoint",
                    entry?.AuthorizationEndpoint,
                    "Member must be an absolute http or https URL"))
            .Enforce();
        return Either(entry?.ClientParameters?.ClientID, existing?.ClientId) is { } client
            && Either(entry?.ClientParameters?.ClientSecret, existing?.ClientSecret) is { } secret
            && Either(entry?.AuthorizationEndpoint, existing?.Endpoint) is { } endpoint
            && Either(entry?.HttpMethod, existing?.Method) is { } method
                ? new Authorization.OAuth(
                    client,
                    secret,
                    endpoint,
                    method,
                    entry?.OAuthHttpParameters is { } additions ? Read(additions) : existing?.Additions ?? HttpAdditions.None)
                : null;
    }

    private static bool IsWebAddress(string? text) =>
        text is null || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"));

    private static string? Either(string? given, string? existing) => string.IsNullOrEmpty(given) ? existing : given;

    private static ImmutableArray<HttpAddition> Read(IReadOnlyList<HttpAdditionEntry?>? entries) =>
        [.. (entries ?? []).OfType<HttpAdditionEntry>().Where(static entry => !string.IsNullOrEmpty(entry.Key)).Select(static entry =>
            new HttpAddition(entry.Key!, entry.Value ?? "", entry.IsValueSecret == true))];

    private static HttpAdditionEntry[]? Write(ImmutableArray<HttpAddition> additions) => additions.IsEmpty
        ? null
        : [.. additions.Select(static addition => new HttpAdditionEntry(addition.Key, addition.IsSecret ? null : addition.Value, addition.IsSecret))];
}
