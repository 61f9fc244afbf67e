using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Access;

/// <summary>
/// Turns away what a page of another site makes a browser on this machine send here: the service trusts whoever can reach it,
/// and through the browser every web page can. Requests of programs, which say nothing of an origin, pass.
/// </summary>
internal sealed partial class RequestGuard(RequestDelegate next, KnownHosts hosts, RequestGuardRules rules, ILogger<RequestGuard> logger)
{
    private const string UnknownHost =
        $"The Host header names neither this machine nor a name that the service is known by ({KnownHosts.Key} adds some).";

    private const string ForeignPage = "The request comes from a web page of another origin.";
    private const string SilentBrowser = "The request comes from a browser that does not say on behalf of which site.";

    /// <summary>Lets a request through, or answers it with 403.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (rules.Exempts(context.Request) || Objection(context, rules.GetActs(context.Request)) is not { } objection)
        {
            return next(context);
        }

        LogRefused(logger, context.Request.Method, context.Request.Path, objection);
        return rules.RefuseAsync(context, objection);
    }

    private string? Objection(HttpContext context, bool getActs)
    {
        var request = context.Request;
        if (!hosts.Contains(request.Host, context.Connection.LocalIpAddress))
        {
            return UnknownHost;
        }

        if (request.Headers.Origin.Count > 0)
        {
            var own = $"{request.Scheme}://{request.Host}";
            return string.Equals(request.Headers.Origin, own, StringComparison.OrdinalIgnoreCase) && IsOfOurPage(request) ? null : ForeignPage;
        }

        if (IsOfOurPage(request))
        {
            // Without TLS, browsers say this to the loopback only (Fetch Metadata, "trustworthy URL").
            return getActs && IsSafe(request) && request.Headers["Sec-Fetch-Site"].Count == 0 && IsBrowser(request) ? SilentBrowser : null;
        }

        return !getActs && IsSafe(request) && IsNavigation(request) ? null : ForeignPage;
    }

    /// <summary>Absent, and the user himself, too.</summary>
    private static bool IsOfOurPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    private static bool IsSafe(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Somebody follows a link: the page that has it does not see what comes.</summary>
    private static bool IsNavigation(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";

    private static bool IsBrowser(HttpRequest request) => request.Headers.UserAgent.ToString().StartsWith("Mozilla/", StringComparison.Ordinal);

    [LoggerMessage(1, LogLevel.Warning, "Refused {Method} {Path}: {Reason}")]
    private static partial void LogRefused(ILogger logger, string method, string path, string reason);
}
