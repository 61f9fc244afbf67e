namespace LocalAws.EventBridge.Wire;

internal sealed record ConnectionRequest(
    string? Name, string? Description, string? AuthorizationType, AuthParametersEntry? AuthParameters, string? KmsKeyIdentifier = null);

internal sealed record AuthParametersEntry(
    BasicAuthEntry? BasicAuthParameters,
    ApiKeyAuthEntry? ApiKeyAuthParameters,
    OAuthEntry? OAuthParameters,
    HttpAdditionsEntry? InvocationHttpParameters);

internal sealed record BasicAuthEntry(string? Username, string? Password);

internal sealed record ApiKeyAuthEntry(string? ApiKeyName, string? ApiKeyValue);

internal sealed record OAuthEntry(
    OAuthClientEntry? ClientParameters, string? AuthorizationEndpoint, string? HttpMethod, HttpAdditionsEntry? OAuthHttpParameters);

internal sealed record OAuthClientEntry(string? ClientID, string? ClientSecret);

internal sealed record HttpAdditionsEntry(
    IReadOnlyList<HttpAdditionEntry?>? HeaderParameters,
    IReadOnlyList<HttpAdditionEntry?>? QueryStringParameters,
    IReadOnlyList<HttpAdditionEntry?>? BodyParameters);

internal sealed record HttpAdditionEntry(string? Key, string? Value, bool? IsValueSecret);

/// <summary>What is told of a connection's authorization: never its secrets.</summary>
internal sealed record AuthParametersSummary(
    BasicAuthSummary? BasicAuthParameters,
    ApiKeyAuthSummary? ApiKeyAuthParameters,
    OAuthSummary? OAuthParameters,
    HttpAdditionsEntry? InvocationHttpParameters);

internal sealed record BasicAuthSummary(string Username);

internal sealed record ApiKeyAuthSummary(string ApiKeyName);

internal sealed record OAuthSummary(
    OAuthClientSummary ClientParameters, string AuthorizationEndpoint, string HttpMethod, HttpAdditionsEntry? OAuthHttpParameters);

internal sealed record OAuthClientSummary(string ClientID);

internal sealed record ConnectionNameRequest(string? Name);

internal sealed record ConnectionChangedResponse(
    string ConnectionArn, string ConnectionState, DateTimeOffset CreationTime, DateTimeOffset LastModifiedTime, DateTimeOffset? LastAuthorizedTime);

internal sealed record DescribeConnectionResponse(
    string ConnectionArn,
    string Name,
    string? Description,
    string ConnectionState,
    string? StateReason,
    string AuthorizationType,
    string SecretArn,
    string? KmsKeyIdentifier,
    AuthParametersSummary AuthParameters,
    DateTimeOffset CreationTime,
    DateTimeOffset LastModifiedTime,
    DateTimeOffset LastAuthorizedTime);

internal sealed record ListConnectionsRequest(string? NamePrefix, string? ConnectionState, string? NextToken, int? Limit);

internal sealed record ConnectionEntry(
    string ConnectionArn,
    string Name,
    string ConnectionState,
    string? StateReason,
    string AuthorizationType,
    DateTimeOffset CreationTime,
    DateTimeOffset LastModifiedTime,
    DateTimeOffset LastAuthorizedTime);

internal sealed record ListConnectionsResponse(IReadOnlyList<ConnectionEntry> Connections, string? NextToken);
