using System.Text.Json;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Plain;

/// <summary>Answers about messages, member by member.</summary>
internal static class PlainAnswer
{
    private const int IdLength = 36;

    /// <summary>Writes an answer that says nothing but that it is done.</summary>
    public static void WriteNothing(Utf8JsonWriter answer)
    {
        answer.WriteStartObject();
        answer.WriteEndObject();
    }

    /// <summary>Writes the members of a message that was sent.</summary>
    public static void Write(Utf8JsonWriter answer, in SentMessage sent)
    {
        WriteId(answer, sent.Id);
        WriteDigest(answer, "MD5OfMessageBody"u8, sent.BodyDigest);
        if (sent.SequenceNumber is { } number)
        {
            answer.WriteString("SequenceNumber"u8, number);
        }
    }

    /// <summary>Writes a message that was received.</summary>
    public static void Write(Utf8JsonWriter answer, in ReceivedMessage message)
    {
        Span<byte> handle = stackalloc byte[ReceiptHandle.Length];
        message.Handle.Write(handle);
        answer.WriteStartObject();
        WriteId(answer, message.Id);
        answer.WriteString("ReceiptHandle"u8, handle);
        WriteDigest(answer, "MD5OfBody"u8, message.Content.BodyDigest);
        answer.WriteString("Body"u8, message.Content.Body);
        answer.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter answer, Guid id)
    {
        Span<byte> text = stackalloc byte[IdLength];
        id.TryFormat(text, out _);
        answer.WriteString("MessageId"u8, text);
    }

    private static void WriteDigest(Utf8JsonWriter answer, ReadOnlySpan<byte> name, Md5Digest digest)
    {
        Span<byte> text = stackalloc byte[Md5Digest.Digits];
        digest.Write(text);
        answer.WriteString(name, text);
    }
}
