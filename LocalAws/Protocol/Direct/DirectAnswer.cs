using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using LocalAws.Sqs.Queues;
using Microsoft.AspNetCore.WebUtilities;

namespace LocalAws.Protocol.Direct;

/// <summary>Answers as bytes, head and body in one piece.</summary>
internal static class DirectAnswer
{
    private const int HeadRoom = 512;
    private const int LargestPiece = 64 * 1024;

    private static DateLine _dateLine = new(0, []);

    /// <summary>Writes an answer, without flushing it.</summary>
    public static void Write(PipeWriter output, ReadOnlySpan<byte> body, AwsException? refusal)
    {
        var room = HeadRoom + (body.Length <= LargestPiece ? body.Length : 0);
        var piece = output.GetSpan(room);
        var length = WriteHead(piece, body.Length, refusal);
        if (body.Length <= LargestPiece)
        {
            body.CopyTo(piece[length..]);
            output.Advance(length + body.Length);
        }
        else
        {
            output.Advance(length);
            output.Write(body);
        }
    }

    private static int WriteHead(Span<byte> target, int contentLength, AwsException? refusal)
    {
        var rest = target;
        if (refusal is null)
        {
            Add(ref rest, "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\n"u8);
        }
        else
        {
            AddText(ref rest, string.Create(
                CultureInfo.InvariantCulture, $"HTTP/1.1 {refusal.Status} {ReasonPhrases.GetReasonPhrase(refusal.Status)}\r\n"));
            AddText(ref rest, $"Content-Type: application/x-amz-json-1.0\r\n{JsonRefusal.TypeHeader}: {refusal.Code}\r\n");
            AddText(ref rest, JsonRefusal.QueryErrorOf(refusal) is { } queryError ? $"{JsonRefusal.QueryErrorHeader}: {queryError}\r\n" : "");
        }

        Add(ref rest, Date());
        Add(ref rest, "x-amzn-RequestId: "u8);
        MessageIds.Next().TryFormat(rest, out var written);
        rest = rest[written..];
        Add(ref rest, "\r\nContent-Length: "u8);
        Utf8Formatter.TryFormat(contentLength, rest, out written);
        rest = rest[written..];
        Add(ref rest, "\r\n\r\n"u8);
        return target.Length - rest.Length;
    }

    private static void Add(ref Span<byte> rest, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }

    private static void AddText(ref Span<byte> rest, string text) => rest = rest[Encoding.ASCII.GetBytes(text, rest)..];

    /// <summary>The header Date, made once a second. Clients learn from it how far off their clocks are: the real time, however fast ours runs.</summary>
    private static byte[] Date()
    {
        var now = TimeProvider.System.GetUtcNow();
        var second = now.ToUnixTimeSeconds();
        var line = Volatile.Read(ref _dateLine);
        if (line.Second != second)
        {
            line = new DateLine(second, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Date: {now:R}\r\n")));
            Volatile.Write(ref _dateLine, line);
        }

        return line.Bytes;
    }

    private sealed record DateLine(long Second, byte[] Bytes);
}
