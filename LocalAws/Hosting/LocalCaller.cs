using System.Net;

namespace LocalAws.Hosting;

/// <summary>Who may do what AWS has no signature for. That no web page does it in somebody's name is the guard's to see.</summary>
internal static class LocalCaller
{
    /// <summary>Whether the call comes from the loopback.</summary>
    public static bool IsFromHere(this HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } caller || IPAddress.IsLoopback(caller);
}
