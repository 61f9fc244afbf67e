using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.Protocol;

/// <summary>
/// Whether somebody is still there to read an answer. The server learns of a closed connection a little later than the
/// kernel does, and within that little a long poll could be given a message that nobody will ever read.
/// </summary>
internal static class CallerPresence
{
    /// <summary>Whether the caller closed its connection.</summary>
    public static bool IsGone(IFeatureCollection features) =>
        features.Get<IHttpRequestLifetimeFeature>()?.RequestAborted.IsCancellationRequested == true
        || (features.Get<IConnectionSocketFeature>() is { } connection && IsClosed(connection.Socket));

    private static bool IsClosed(Socket socket)
    {
        try
        {
            // Readable with nothing to read: that is how the end of a stream looks.
            return socket.Poll(TimeSpan.Zero, SelectMode.SelectRead) && socket.Available == 0;
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            return true;
        }
    }
}
