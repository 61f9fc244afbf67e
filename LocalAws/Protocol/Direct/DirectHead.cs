using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace LocalAws.Protocol.Direct;

/// <summary>
/// The head of a request that <see cref="DirectConnection"/> answers: <c>POST</c> over HTTP/1.1 with a body of known length, and
/// nothing in it that asks for more of HTTP. Of all other heads the server's own HTTP is the judge.
/// </summary>
internal readonly ref struct DirectHead
{
    private static readonly SearchValues<byte> PathBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_.-~"u8);

    private static readonly SearchValues<byte> HostBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-:[]"u8);

    private static readonly SearchValues<byte> TokenBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~"u8);

    private enum Field
    {
        Other,
        Host,
        Target,
        Authorization,
        ContentLength,
        Connection,
        Unusual,
    }

    /// <summary>How such a request begins.</summary>
    public static ReadOnlySpan<byte> Start => "POST /"u8;

    /// <summary>What stands between head and body.</summary>
    public static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    public required ReadOnlySpan<byte> Host { get; init; }

    /// <summary><c>X-Amz-Target</c>.</summary>
    public required ReadOnlySpan<byte> Target { get; init; }

    /// <summary>Empty: the call is not signed.</summary>
    public required ReadOnlySpan<byte> Authorization { get; init; }

    /// <summary>Bytes of the body.</summary>
    public required int ContentLength { get; init; }

    /// <summary>Reads a head; false if it is not one of these.</summary>
    /// <param name="bytes">All of it, the empty line not included.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out DirectHead head)
    {
        head = default;
        var lines = bytes.Split("\r\n"u8);
        if (!lines.MoveNext() || !IsRequestLine(bytes[lines.Current]))
        {
            return false;
        }

        ReadOnlySpan<byte> host = default, target = default, authorization = default, length = default, connection = default;
        while (lines.MoveNext())
        {
            if (!TrySplit(bytes[lines.Current], out var name, out var value))
            {
                return false;
            }

            var isFresh = FieldOf(name) switch
            {
                Field.Host => TryKeep(value, ref host),
                Field.Target => TryKeep(value, ref target),
                Field.Authorization => TryKeep(value, ref authorization),
                Field.ContentLength => TryKeep(value, ref length),
                Field.Connection => TryKeep(value, ref connection),
                Field.Other => true,
                _ => false,
            };
            if (!isFresh)
            {
                return false;
            }
        }

        if (host.IsEmpty
            || host.ContainsAnyExcept(HostBytes)
            || target.IsEmpty
            || (!connection.IsEmpty && !Ascii.EqualsIgnoreCase(connection, "keep-alive"u8))
            || length.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || !Utf8Parser.TryParse(length, out int contentLength, out var digits)
            || digits != length.Length)
        {
            return false;
        }

        head = new DirectHead { Host = host, Target = target, Authorization = authorization, ContentLength = contentLength };
        return true;
    }

    private static bool IsRequestLine(ReadOnlySpan<byte> line)
    {
        var end = " HTTP/1.1"u8;
        return line.StartsWith(Start) && line.EndsWith(end) && !line[(Start.Length - 1)..^end.Length].ContainsAnyExcept(PathBytes);
    }

    private static bool TrySplit(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var colon = line.IndexOf((byte)':');
        name = colon > 0 ? line[..colon] : default;
        value = line[(colon + 1)..].Trim((byte)' ');
        return colon > 0 && !name.ContainsAnyExcept(TokenBytes) && !value.ContainsAnyExceptInRange((byte)' ', (byte)'~');
    }

    private static Field FieldOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 when Is(name, "host"u8) => Field.Host,
        12 when Is(name, "x-amz-target"u8) => Field.Target,
        13 when Is(name, "authorization"u8) => Field.Authorization,
        14 when Is(name, "content-length"u8) => Field.ContentLength,
        10 when Is(name, "connection"u8) => Field.Connection,
        // More of HTTP than is spoken here, a page of a browser, which the guard judges, or a call that belongs to a trace.
        6 when Is(name, "expect"u8) || Is(name, "origin"u8) => Field.Unusual,
        7 when Is(name, "upgrade"u8) => Field.Unusual,
        14 when Is(name, "sec-fetch-site"u8) => Field.Unusual,
        11 when Is(name, "traceparent"u8) => Field.Unusual,
        17 when Is(name, "transfer-encoding"u8) => Field.Unusual,
        _ => Field.Other,
    };

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(name, known);

    /// <summary>Keeps a value; false if there is one already, or it is empty.</summary>
    private static bool TryKeep(ReadOnlySpan<byte> value, ref ReadOnlySpan<byte> kept)
    {
        var isFresh = kept.IsEmpty && !value.IsEmpty;
        kept = value;
        return isFresh;
    }
}
