using System.Globalization;
using System.Net.Sockets;
using System.Text;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Protocol.Direct;

/// <summary>A connection on which the bytes of requests are written as the test likes, and answers read one by one.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client;
    private readonly BufferedStream _stream;

    private RawConnection(TcpClient client)
    {
        _client = client;
        _stream = new BufferedStream(client.GetStream());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RawConnection> OpenAsync(LocalAwsServer server) => new(await server.ConnectAsync(""));

    /// <summary>The bytes of a call of SQS.</summary>
    public static string Call(string operation, string body, string headers = "", string host = "localhost") => string.Create(
        CultureInfo.InvariantCulture,
        $"POST / HTTP/1.1\r\nHost: {host}\r\nX-Amz-Target: AmazonSQS.{operation}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public async Task SendAsync(string text)
    {
        await _client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text), Cancellation);
    }

    /// <summary>Sends no more.</summary>
    public void EndSending() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>The next answer.</summary>
    public async Task<RawAnswer> ReadAsync()
    {
        var lines = new List<string>();
        while (await ReadLineAsync() is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        var headers = lines.Skip(1).Select(static line => line.Split(": ", 2)).ToDictionary(
            static parts => parts[0], static parts => parts[1], StringComparer.OrdinalIgnoreCase);
        var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        if (headers.TryGetValue("Transfer-Encoding", out _))
        {
            throw new InvalidOperationException("The answer's length is not known.");
        }

        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        await _stream.ReadExactlyAsync(body, Cancellation).AsTask().WaitAsync(LocalAwsServer.Patience, TimeProvider.System, Cancellation);
        return new RawAnswer(status, headers, Encoding.UTF8.GetString(body));
    }

    /// <summary>Whether the server closed the connection, with nothing more to read.</summary>
    public async Task<bool> IsAtItsEndAsync() =>
        await _stream.ReadAsync(new byte[1], Cancellation).AsTask().WaitAsync(LocalAwsServer.Patience, TimeProvider.System, Cancellation) == 0;

    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
    }

    private async Task<string> ReadLineAsync()
    {
        var line = new List<byte>();
        var next = new byte[1];
        while (line is not [.., (byte)'\r', (byte)'\n'])
        {
            await _stream.ReadExactlyAsync(next, Cancellation).AsTask().WaitAsync(LocalAwsServer.Patience, TimeProvider.System, Cancellation);
            line.Add(next[0]);
        }

        return Encoding.ASCII.GetString([.. line[..^2]]);
    }
}

/// <summary>An answer as it came.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Whether the server's own HTTP gave it, which signs with its name.</summary>
    public bool IsOfServer => Headers.ContainsKey("Server");
}
