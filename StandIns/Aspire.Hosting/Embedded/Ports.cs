using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Aspire.Hosting.Embedded;

/// <summary>Finds ports that nobody listens on.</summary>
internal sealed class Ports : IDisposable
{
    // Below the range that systems take the ports of outgoing connections from, so that no connection takes the port
    // of a process that is yet to start, or that restarts.
    private const int Lowest = 20_000;
    private const int Beyond = 32_000;
    private const int Attempts = 1_000;
    private readonly HashSet<int> _given = [];
    private readonly List<FileStream> _claims = [];

    /// <summary>Takes a port if nobody has it.</summary>
    internal bool TryTake(int port) => !_given.Contains(port) && IsFree(port) && TryClaim(port) && _given.Add(port);

    /// <summary>Keeps a port from being given.</summary>
    internal void Reserve(int port) => _given.Add(port);

    /// <summary>Takes a port that nobody has.</summary>
    internal int TakeFree()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(Lowest, Beyond);
            if (TryTake(port))
            {
                return port;
            }
        }

        throw new DistributedApplicationException($"No free port from {Lowest} to {Beyond - 1}.");
    }

    /// <summary>Gives all claims up.</summary>
    public void Dispose() => _claims.ForEach(static claim => claim.Dispose());

    // Our process listens only later; until then a file held open tells a second host that the port is spoken for. The
    // system lets go of it with this process, however that ends.
    private bool TryClaim(int port)
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"aspire-embedded-ports-{Environment.UserName}"));
            _claims.Add(new FileStream(
                Path.Combine(folder.FullName, $"{port}"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && CanListen(IPAddress.IPv6Loopback, port);

    private static bool CanListen(IPAddress address, int port)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(1);
            return true;
        }
        catch (SocketException exception) when (
            exception.SocketErrorCode is SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable or SocketError.ProtocolNotSupported)
        {
            // A machine without this kind of address.
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
