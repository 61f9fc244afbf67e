using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.EventBridge.Topology;

namespace LocalAws.EventBridge.Delivery;

/// <summary>The HTTP request of a hand-over.</summary>
internal static class ApiDestinationRequests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string UserAgent = "Amazon/EventBridge/ApiDestinations";

    /// <param name="token">The header Authorization of a connection with OAuth.</param>
    public static HttpRequestMessage Build(
        ApiDestination destination, Connection connection, Target target, string payload, string? token = null)
    {
        var additions = connection.Invocation ?? HttpAdditions.None;
        var query = target.Http.Query.Concat(
            additions.Query.Select(static addition => KeyValuePair.Create(addition.Key, addition.Value)));
        var request = new HttpRequestMessage(
            new HttpMethod(destination.Method), WithQuery(Path(destination.Endpoint, target.Http.PathParameters), query));
        if (destination.Method is not ("GET" or "HEAD" or "OPTIONS"))
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(WithBody(payload, additions.Body)));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        foreach (var (name, value) in target.Http.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        foreach (var addition in additions.Headers)
        {
            request.Headers.TryAddWithoutValidation(addition.Key, addition.Value);
        }

        Authorize(request, connection.Authorization, token);
        return request;
    }

    /// <summary>Adds the W3C trace context.</summary>
    public static void Trace(HttpRequestMessage request, ActivityContext trace)
    {
        if (trace.TraceId != default)
        {
            var flags = (trace.TraceFlags & ActivityTraceFlags.Recorded) != 0 ? "01" : "00";
            request.Headers.TryAddWithoutValidation("traceparent", $"00-{trace.TraceId.ToHexString()}-{trace.SpanId.ToHexString()}-{flags}");
        }
    }

    private static void Authorize(HttpRequestMessage request, Authorization authorization, string? token)
    {
        switch (authorization)
        {
            case Authorization.ApiKey key:
                request.Headers.TryAddWithoutValidation(key.Name, key.Value);
                break;
            case Authorization.Basic basic:
                var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{basic.Username}:{basic.Password}"));
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
                break;
            case Authorization.OAuth:
                request.Headers.TryAddWithoutValidation("Authorization", token);
                break;
            default:
                throw new InvalidOperationException($"{authorization.GetType().Name} is no authorization.");
        }
    }

    /// <summary>The address with parameters behind those that it has.</summary>
    public static Uri WithQuery(StringBuilder url, IEnumerable<KeyValuePair<string, string>> query)
    {
        var separator = url.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in query)
        {
            url.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new Uri(url.ToString());
    }

    private static StringBuilder Path(string endpoint, ImmutableArray<string> parameters)
    {
        var url = new StringBuilder();
        var next = 0;
        foreach (var letter in endpoint)
        {
            if (letter == '*' && next < parameters.Length)
            {
                url.Append(Uri.EscapeDataString(parameters[next++]));
            }
            else
            {
                url.Append(letter);
            }
        }

        return url;
    }

    /// <summary>A connection's body parameters are members of the payload, where that is an object.</summary>
    private static string WithBody(string payload, ImmutableArray<HttpAddition> additions)
    {
        if (additions.IsEmpty)
        {
            return payload;
        }

        try
        {
            if (JsonNode.Parse(payload) is not JsonObject body)
            {
                return payload;
            }

            foreach (var addition in additions)
            {
                body[addition.Key] = addition.Value;
            }

            return body.ToJsonString(Relaxed);
        }
        catch (JsonException)
        {
            return payload;
        }
    }
}
