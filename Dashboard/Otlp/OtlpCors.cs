using Microsoft.Extensions.Primitives;

namespace Dashboard.Otlp;

/// <summary>Lets pages of some other origins send over HTTP. Source: fetch.spec.whatwg.org, "HTTP extensions".</summary>
internal sealed class OtlpCors(OtlpCorsOptions options)
{
    private const StringSplitOptions Split = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private readonly HashSet<string> _origins = new(options.AllowedOrigins.Split(',', Split), StringComparer.OrdinalIgnoreCase);
    private readonly string[] _headers = options.AllowedHeaders.Split(',', Split);

    /// <summary>Marks the answer to a request of an allowed origin.</summary>
    /// <returns>Whether the request is a browser's question beforehand, which is answered by now.</returns>
    public bool Handle(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var isPreflight = HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method");
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && (_origins.Contains(origin) || _origins.Contains("*")))
        {
            response.Headers.AccessControlAllowOrigin = origin;
            response.Headers.Vary = "Origin";
            if (isPreflight)
            {
                response.Headers.AccessControlAllowMethods = "POST";
                response.Headers.AccessControlAllowHeaders = _headers is ["*"]
                    ? request.Headers.AccessControlRequestHeaders
                    : new StringValues(string.Join(", ", _headers));
                response.Headers.AccessControlMaxAge = "600";
            }
        }

        if (isPreflight)
        {
            response.StatusCode = StatusCodes.Status204NoContent;
        }

        return isPreflight;
    }
}
