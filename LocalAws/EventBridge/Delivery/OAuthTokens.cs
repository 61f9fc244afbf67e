using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using LocalAws.EventBridge.Topology;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Delivery;

/// <summary>
/// The tokens of connections that authorize by OAuth client credentials (RFC 6749, 4.4): fetched when they are needed,
/// kept until they expire or an endpoint answers 401.
/// </summary>
internal sealed class OAuthTokens(TopologyStore topology, IHttpClientFactory clients, EventBridgeOptions options, TimeProvider clock)
{
    /// <summary>A token is fetched anew a little before it expires.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <summary>How long a token is used whose server says nothing of it.</summary>
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Connection, DateTimeOffset Modified), Token> _tokens = [];

    /// <summary>The value of the header Authorization, or why there is none.</summary>
    public async Task<(string? Header, string? Fault)> GetAsync(Connection connection, CancellationToken cancellationToken)
    {
        var key = (connection.Arn, connection.Modified);
        if (_tokens.TryGetValue(key, out var token) && token.Until > clock.GetUtcNow())
        {
            return (token.Header, null);
        }

        var (fetched, fault) = await FetchAsync((Authorization.OAuth)connection.Authorization, cancellationToken);
        if (fetched is null)
        {
            return (null, fault);
        }

        _tokens[key] = fetched;
        return (fetched.Header, null);
    }

    /// <summary>Forgets a token that an endpoint did not accept.</summary>
    public void Forget(Connection connection) => _tokens.TryRemove((connection.Arn, connection.Modified), out _);

    /// <summary>Fetches the token of a new connection, if it is one of OAuth, and says in its state how that went.</summary>
    public void Authorize(AwsScope scope, Connection connection)
    {
        if (connection.Authorization is Authorization.OAuth)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static work => _ = work.Tokens.AuthorizeAsync(work.Scope, work.Connection), (Tokens: this, Scope: scope, Connection: connection), preferLocal: false);
        }
    }

    private async Task AuthorizeAsync(AwsScope scope, Connection connection)
    {
        var (header, fault) = await GetAsync(connection, CancellationToken.None);
        topology.Update(scope, current => current.Connections.GetValueOrDefault(connection.Name) is { } found && found.Modified == connection.Modified
            ? current.WithConnection(found with
            {
                State = header is null ? ConnectionState.Authorizing : ConnectionState.Authorized,
                StateReason = fault,
                Authorized = clock.GetUtcNow(),
            })
            : current);
    }

    private async Task<(Token? Token, string? Fault)> FetchAsync(Authorization.OAuth oauth, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.ApiDestinationTimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Build(oauth);
            using var response = await clients.CreateClient(ApiDestinationInvoker.Client).SendAsync(request, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                return (null, $"The authorization endpoint answered {(int)response.StatusCode}.");
            }

            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(either.Token));
            return Read(answer.RootElement) is { } token ? (token, null) : (null, "The authorization endpoint's answer has no access_token.");
        }
        catch (JsonException)
        {
            return (null, "The authorization endpoint's answer is not JSON.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, "The authorization endpoint did not answer in time.");
        }
        catch (HttpRequestException broken)
        {
            return (null, $"The authorization endpoint cannot be reached: {broken.HttpRequestError}.");
        }
    }

    private static HttpRequestMessage Build(Authorization.OAuth oauth)
    {
        Dictionary<string, string> form = new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = oauth.ClientId,
            ["client_secret"] = oauth.ClientSecret,
        };
        foreach (var addition in oauth.Additions.Body)
        {
            form[addition.Key] = addition.Value;
        }

        var isGet = oauth.Method == "GET";
        var query = oauth.Additions.Query.Select(static addition => KeyValuePair.Create(addition.Key, addition.Value));
        var url = ApiDestinationRequests.WithQuery(new StringBuilder(oauth.Endpoint), isGet ? query.Concat(form) : query);
        var request = new HttpRequestMessage(new HttpMethod(oauth.Method), url) { Content = isGet ? null : new FormUrlEncodedContent(form) };
        foreach (var addition in oauth.Additions.Headers)
        {
            request.Headers.TryAddWithoutValidation(addition.Key, addition.Value);
        }

        return request;
    }

    private Token? Read(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object
            || !answer.TryGetProperty("access_token", out var value)
            || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var type = answer.TryGetProperty("token_type", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "Bearer";
        var lifetime = answer.TryGetProperty("expires_in", out var expires) && expires.ValueKind == JsonValueKind.Number && expires.GetDouble() is > 0 and < 1e9 and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : DefaultLifetime;
        // Servers say bearer or Bearer; resource servers are pickier.
        type = type.Equals("bearer", StringComparison.OrdinalIgnoreCase) ? "Bearer" : type;
        return new Token($"{type} {value.GetString()}", clock.GetUtcNow() + (lifetime > 2 * Margin ? lifetime - Margin : lifetime / 2));
    }

    private sealed record Token(string Header, DateTimeOffset Until);
}
