using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;

namespace Benchmarks.Otlp;

/// <summary>Sends spans over gRPC to any OTLP receiver, several requests under way at once, again after a refusal.</summary>
internal sealed class OtlpSender(Uri endpoint, string? apiKey, int spansPerRequest, int connections, ulong run, TimeProvider time)
{
    private const string Path = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
    private const int PrefixBytes = 5;
    private const string ResourceExhausted = "8";

    private readonly SpanPayload _payload = new(spansPerRequest);
    private long _requests;
    private long _sent;
    private long _refused;

    /// <summary>Spans that the receiver took.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Requests that it sent away for want of room; each was sent again.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Bytes of a span on the wire.</summary>
    public int BytesPerSpan => _payload.Bytes.Length / spansPerRequest;

    /// <summary>Sends until cancelled, or until so many spans are taken.</summary>
    public async Task SendAsync(long spans, CancellationToken cancellationToken)
    {
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => SendOnOneAsync(spans, cancellationToken), CancellationToken.None)));
    }

    private async Task SendOnOneAsync(long spans, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true, UseProxy = false };
        using var client = new HttpClient(handler) { BaseAddress = endpoint };
        var buffer = new byte[PrefixBytes + _payload.Bytes.Length];
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(1), _payload.Bytes.Length);
        _payload.Bytes.CopyTo(buffer.AsSpan(PrefixBytes));
        while (!cancellationToken.IsCancellationRequested && Interlocked.Increment(ref _requests) is var request && request * spansPerRequest <= spans)
        {
            var now = (ulong)(time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;
            _payload.Stamp(buffer.AsSpan(PrefixBytes), request, run, now);
            while (!await TrySendAsync(client, buffer))
            {
                Interlocked.Increment(ref _refused);
                await Task.Delay(TimeSpan.FromMilliseconds(50), time, CancellationToken.None);
            }

            Interlocked.Add(ref _sent, spansPerRequest);
        }
    }

    /// <returns>Whether it was taken; false when there was no room.</returns>
    /// <exception cref="InvalidOperationException">It was refused for another reason.</exception>
    private async Task<bool> TrySendAsync(HttpClient client, byte[] message)
    {
        using var content = new ByteArrayContent(message);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = content,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TE.Add(new("trailers"));
        if (apiKey is not null)
        {
            request.Headers.Add("x-otlp-api-key", apiKey);
        }

        using var response = await client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        var status = Find(response.TrailingHeaders) ?? Find(response.Headers);
        return status switch
        {
            "0" => true,
            ResourceExhausted => false,
            _ => throw new InvalidOperationException(
                $"The receiver answered {(int)response.StatusCode} with grpc-status {status ?? "(none)"}: {Find(response.Headers, "grpc-message")}"),
        };
    }

    private static string? Find(HttpHeaders headers, string name = "grpc-status") =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
