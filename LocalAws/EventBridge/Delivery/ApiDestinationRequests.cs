using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using LocalAws.EventBridge.Topology;

namespace LocalAws.EventBridge.Delivery;

/// <summary>The HTTP request of a hand-over.</summary>
internal static class ApiDestinationRequests
{
    private const string UserAgent = "Amazon/EventBridge/ApiDestinations";

    public static HttpRequestMessage Build(ApiDestination destination, Connection connection, Target target, string payload)
    {
        var request = new HttpRequestMessage(new HttpMethod(destination.Method), Url(destination.Endpoint, target.Http));
        if (destination.Method is not ("GET" or "HEAD" or "OPTIONS"))
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(payload));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        foreach (var (name, value) in target.Http.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        Authorize(request, connection.Authorization);
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

    private static void Authorize(HttpRequestMessage request, Authorization authorization)
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
            default:
                throw new InvalidOperationException($"{authorization.GetType().Name} is no authorization.");
        }
    }

    private static Uri Url(string endpoint, HttpTargetParameters parameters)
    {
        var url = new StringBuilder();
        var next = 0;
        foreach (var letter in endpoint)
        {
            if (letter == '*' && next < parameters.PathParameters.Length)
            {
                url.Append(Uri.EscapeDataString(parameters.PathParameters[next++]));
            }
            else
            {
                url.Append(letter);
            }
        }

        var separator = endpoint.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in parameters.Query)
        {
            url.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new Uri(url.ToString());
    }
}
