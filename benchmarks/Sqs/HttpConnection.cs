using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Sqs;

/// <summary>One keep-alive connection: bytes of a request out, the body of its answer back. It costs the client next to nothing.</summary>
internal sealed class HttpConnection : IDisposable
{
    private const int FirstBuffer = 64 * 1024;

    private readonly Socket _socket;
    private byte[] _buffer = new byte[FirstBuffer];

    private HttpConnection(Socket socket) => _socket = socket;

    /// <summary>Connects to <paramref name="port"/> of the loopback.</summary>
    public static async Task<HttpConnection> OpenAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        return new HttpConnection(socket);
    }

    /// <summary>Sends a request and gives the body of the answer, valid until the next call.</summary>
    /// <exception cref="InvalidOperationException">The answer is not 200.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> CallAsync(ReadOnlyMemory<byte> request)
    {
        while (request.Length > 0)
        {
            request = request[await _socket.SendAsync(request)..];
        }

        var (filled, head) = (0, -1);
        while (head < 0)
        {
            filled += await ReadAsync(filled);
            head = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }

        var bodyStart = head + 4;
        var end = bodyStart + ContentLength(_buffer.AsSpan(0, bodyStart));
        while (filled < end)
        {
            filled += await ReadAsync(filled);
        }

        return _buffer.AsSpan(9, 3).SequenceEqual("200"u8)
            ? _buffer.AsMemory(bodyStart, end - bodyStart)
            : throw new InvalidOperationException("The server answered " + System.Text.Encoding.UTF8.GetString(_buffer.AsSpan(0, end)));
    }

    public void Dispose() => _socket.Dispose();

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        foreach (var line in head.Split("\r\n"u8))
        {
            var header = head[line];
            if (header.Length > 15 && System.Text.Ascii.EqualsIgnoreCase(header[..15], "content-length:"u8)
                && Utf8Parser.TryParse(header[15..].TrimStart((byte)' '), out int length, out _))
            {
                return length;
            }
        }

        throw new InvalidOperationException("The answer has no Content-Length.");
    }

    private async ValueTask<int> ReadAsync(int filled)
    {
        if (filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled));
        return read > 0 ? read : throw new IOException("The server closed the connection.");
    }
}
