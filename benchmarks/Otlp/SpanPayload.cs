using System.Buffers.Binary;
using System.Text;

namespace Benchmarks.Otlp;

/// <summary>
/// A request of spans, made once and sent many times: only the ids and times are written anew, at places that are remembered, so
/// that the sender costs next to nothing. Its bytes are OTLP's, as any exporter would write them.
/// </summary>
internal sealed class SpanPayload
{
    private const int SpansPerTrace = 8;

    private readonly List<(int TraceId, int SpanId, int ParentId, int Start, int End)> _places = [];

    /// <summary>Makes a request with so many spans: eight a trace, eight attributes each.</summary>
    public SpanPayload(int spans)
    {
        Spans = spans;
        var resource = Message(1, Attribute("service.name", "benchmark").Concat(Attribute("service.instance.id", "one")));
        var scope = Message(1, Text(1, "Benchmarks.Otlp"));
        List<byte> scopeSpans = [.. scope];
        // Where in the whole message scopeSpans will begin is known only at the end: the places are moved then.
        for (var i = 0; i < spans; i++)
        {
            Add(scopeSpans, i);
        }

        List<byte> resourceSpans = [.. resource, .. Header(2, scopeSpans.Count)];
        var offset = resourceSpans.Count;
        resourceSpans.AddRange(scopeSpans);
        var header = Header(1, resourceSpans.Count);
        Bytes = [.. header, .. resourceSpans];
        offset += header.Length;
        for (var i = 0; i < _places.Count; i++)
        {
            var (trace, span, parent, start, end) = _places[i];
            _places[i] = (trace + offset, span + offset, parent < 0 ? -1 : parent + offset, start + offset, end + offset);
        }
    }

    /// <summary>Spans in it.</summary>
    public int Spans { get; }

    /// <summary>The request.</summary>
    public byte[] Bytes { get; }

    /// <summary>Writes new ids and times into a copy of the request.</summary>
    /// <param name="copy">A copy of <see cref="Bytes"/>.</param>
    /// <param name="request">A number that no other request of the run has.</param>
    /// <param name="run">A number that no other run has.</param>
    /// <param name="now">Nanoseconds since 1970.</param>
    public void Stamp(Span<byte> copy, long request, ulong run, ulong now)
    {
        for (var i = 0; i < _places.Count; i++)
        {
            var (trace, span, parent, start, end) = _places[i];
            // Mixed, as ids are random: neighbours in the order of ids are not neighbours in time.
            var traceNumber = Mix(((ulong)request << 16) | (uint)(i / SpansPerTrace));
            var number = Mix(((ulong)request << 20) | (uint)i) | 1;
            BinaryPrimitives.WriteUInt64BigEndian(copy[trace..], run);
            BinaryPrimitives.WriteUInt64BigEndian(copy[(trace + 8)..], traceNumber | 1);
            BinaryPrimitives.WriteUInt64BigEndian(copy[span..], number);
            if (parent >= 0)
            {
                BinaryPrimitives.WriteUInt64BigEndian(copy[parent..], Mix(((ulong)request << 20) | (uint)(i - 1)) | 1);
            }

            BinaryPrimitives.WriteUInt64LittleEndian(copy[start..], now + (ulong)(i * 1_000));
            BinaryPrimitives.WriteUInt64LittleEndian(copy[end..], now + (ulong)(i * 1_000) + 250_000);
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static byte[] Attribute(string key, string value) => Message(1, Text(1, key).Concat(Message(2, Text(1, value))));

    private static byte[] SpanAttribute(string key, IEnumerable<byte> value) => Message(9, Text(1, key).Concat(Message(2, value)));

    private static byte[] Header(int field, int length) => [.. Varint((uint)((field << 3) | 2)), .. Varint((uint)length)];

    private static byte[] Message(int field, IEnumerable<byte> content)
    {
        byte[] bytes = [.. content];
        return [.. Header(field, bytes.Length), .. bytes];
    }

    private static byte[] Text(int field, string text) => Message(field, Encoding.UTF8.GetBytes(text));

    private static IEnumerable<byte> Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }

    private void Add(List<byte> scopeSpans, int i)
    {
        var isRoot = i % SpansPerTrace == 0;
        List<byte> span = [.. Header(1, 16)];
        var trace = Reserve(span, 16);
        span.AddRange(Header(2, 8));
        var id = Reserve(span, 8);
        var parent = -1;
        if (!isRoot)
        {
            span.AddRange(Header(4, 8));
            parent = Reserve(span, 8);
        }

        span.AddRange(Text(5, isRoot ? "POST /notify" : $"attempt {i % SpansPerTrace}"));
        span.AddRange([6 << 3, (byte)(isRoot ? 2 : 3)]);
        span.Add((7 << 3) | 1);
        var start = Reserve(span, 8);
        span.Add((8 << 3) | 1);
        var end = Reserve(span, 8);
        span.AddRange(SpanAttribute("http.request.method", Text(1, "POST")));
        span.AddRange(SpanAttribute("http.response.status_code", [3 << 3, .. Varint((ulong)(i % 5 == 0 ? 429 : 200))]));
        span.AddRange(SpanAttribute("url.path", Text(1, "/slow")));
        span.AddRange(SpanAttribute("server.address", Text(1, "localhost")));
        span.AddRange(SpanAttribute("server.port", [3 << 3, .. Varint(5081)]));
        span.AddRange(SpanAttribute("network.protocol.version", Text(1, "1.1")));
        span.AddRange(SpanAttribute("order.correlation_id", Text(1, $"0192d2a0-7c4e-7b1a-9f00-{i / SpansPerTrace:x12}")));
        span.AddRange(SpanAttribute("user_agent.original", Text(1, "benchmark/1.0")));
        if (i % 5 == 0)
        {
            span.AddRange(Message(15, [3 << 3, 2]));
        }

        var header = Header(2, span.Count);
        var offset = scopeSpans.Count + header.Length;
        scopeSpans.AddRange(header);
        scopeSpans.AddRange(span);
        _places.Add((trace + offset, id + offset, parent < 0 ? -1 : parent + offset, start + offset, end + offset));
    }

    private static int Reserve(List<byte> bytes, int count)
    {
        bytes.AddRange(new byte[count]);
        return bytes.Count - count;
    }
}
