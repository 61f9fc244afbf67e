using System.Net;
using Dashboard.Api;

namespace Dashboard.Security;

/// <summary>
/// Stands before the pages and the API; what comes in on an OTLP port was answered before. Answers only requests that name this machine, or a host that we were told to
/// listen on: a page of another site whose name was made to point here names its own (DNS rebinding). And no page of
/// another origin, a neighbouring port neither, can send what changes something, or open a socket.
/// </summary>
internal sealed class FrontGate(RequestDelegate next, DashboardEndpoints endpoints)
{
    private const string Localhost = "localhost";

    /// <summary>
    /// Scripts are files of ours, without exception. Styles: Fluent UI's web components add <c>style</c> elements and
    /// attributes of their own. Images: icons that css draws from data.
    /// </summary>
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Lets a request through, or answers it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        AddHeaders(context.Response.Headers);
        var request = context.Request;
        if (!IsOurs(request.Host.Host))
        {
            return RefuseAsync(context, "The Host header names neither this machine nor a host that the dashboard listens on.");
        }

        return ChangesOrConnects(context) && !IsSameOrigin(request)
            ? RefuseAsync(context, "The request comes from a page of another origin.")
            : next(context);
    }

    private static Task RefuseAsync(HttpContext context, string detail) => Problems.Forbidden(detail).ExecuteAsync(context);

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Not no-referrer: with that a browser sends our own forms with "Origin: null".
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
    }

    private static bool ChangesOrConnects(HttpContext context) =>
        !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method))
        || context.Request.Headers.Upgrade.Count > 0;

    /// <summary>What is no browser sends no Origin.</summary>
    private static bool IsSameOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsLoopback(string host) =>
        host.Equals(Localhost, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + Localhost, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private bool IsOurs(string host) => IsLoopback(host) || endpoints.ApiHosts.Contains(host);
}
