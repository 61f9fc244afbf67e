using System.Text.Json;

namespace LocalAws.EventBridge.Wire;

internal sealed record ConnectionRequest(string? Name, string? Description, string? AuthorizationType, AuthParametersEntry? AuthParameters);

internal sealed record AuthParametersEntry(
    BasicAuthEntry? BasicAuthParameters, ApiKeyAuthEntry? ApiKeyAuthParameters, JsonElement? OAuthParameters, JsonElement? InvocationHttpParameters);

internal sealed record BasicAuthEntry(string? Username, string? Password);

internal sealed record ApiKeyAuthEntry(string? ApiKeyName, string? ApiKeyValue);

/// <summary>What is told of a connection's authorization: never its secrets.</summary>
internal sealed record AuthParametersSummary(BasicAuthSummary? BasicAuthParameters, ApiKeyAuthSummary? ApiKeyAuthParameters);

internal sealed record BasicAuthSummary(string Username);

internal sealed record ApiKeyAuthSummary(string ApiKeyName);

internal sealed record ConnectionNameRequest(string? Name);

internal sealed record ConnectionChangedResponse(
    string ConnectionArn, string ConnectionState, DateTimeOffset CreationTime, DateTimeOffset LastModifiedTime, DateTimeOffset? LastAuthorizedTime);

internal sealed record DescribeConnectionResponse(
    string ConnectionArn,
    string Name,
    string? Description,
    string ConnectionState,
    string AuthorizationType,
    string SecretArn,
    AuthParametersSummary AuthParameters,
    DateTimeOffset CreationTime,
    DateTimeOffset LastModifiedTime,
    DateTimeOffset LastAuthorizedTime);

internal sealed record ListConnectionsRequest(string? NamePrefix, string? ConnectionState, string? NextToken, int? Limit);

internal sealed record ConnectionEntry(
    string ConnectionArn,
    string Name,
    string ConnectionState,
    string AuthorizationType,
    DateTimeOffset CreationTime,
    DateTimeOffset LastModifiedTime,
    DateTimeOffset LastAuthorizedTime);

internal sealed record ListConnectionsResponse(IReadOnlyList<ConnectionEntry> Connections, string? NextToken);
