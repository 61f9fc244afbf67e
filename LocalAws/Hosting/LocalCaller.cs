using System.Net;

namespace LocalAws.Hosting;

/// <summary>Who may do what AWS has no signature for.</summary>
internal static class LocalCaller
{
    /// <summary>From the loopback, and not on behalf of a page that somebody visits with a browser here.</summary>
    public static bool IsFromHere(this HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } caller || IPAddress.IsLoopback(caller))
        && context.Request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0 || origin == $"{context.Request.Scheme}://{context.Request.Host}")
        && (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host)
            ? IPAddress.IsLoopback(host)
            : string.Equals(context.Request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase));
}
