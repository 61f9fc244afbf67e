using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// What a receive hands out to delete or extend a message by. Each receive has its own; at a standard queue any of them
/// names the message as long as it is in the queue, at a FIFO queue only the latest, until its visibility timeout ends.
/// </summary>
/// <param name="Queue">The queue that handed it out, by <see cref="Queue.Tag"/>.</param>
/// <param name="Order">The message's order in that queue.</param>
/// <param name="Receipt">The receive's number in that queue.</param>
internal readonly record struct ReceiptHandle(ulong Queue, long Order, long Receipt)
{
    /// <summary>Letters of a handle.</summary>
    public const int Length = Bytes / 3 * 4;

    private const int Bytes = 24;

    /// <summary>Reads a handle; false if it is none.</summary>
    public static bool TryParse(string text, out ReceiptHandle handle)
    {
        Span<byte> bytes = stackalloc byte[Length];
        handle = default;
        return text.Length == Length && Encoding.UTF8.TryGetBytes(text, bytes, out var length) && TryParse(bytes[..length], out handle);
    }

    /// <summary>Reads a handle; false if it is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ReceiptHandle handle)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        handle = default;
        if (text.Length != Length || Base64.DecodeFromUtf8(text, bytes, out _, out var length) != OperationStatus.Done || length != Bytes)
        {
            return false;
        }

        handle = new ReceiptHandle(
            BinaryPrimitives.ReadUInt64BigEndian(bytes),
            BinaryPrimitives.ReadInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[16..]));
        return true;
    }

    /// <summary>Writes the handle as clients see it, <see cref="Length"/> letters.</summary>
    public void Write(Span<byte> target)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Queue);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Order);
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], Receipt);
        Base64.EncodeToUtf8(bytes, target, out _, out _);
    }

    /// <summary>The handle as clients see it.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[Length];
        Write(text);
        return Encoding.ASCII.GetString(text);
    }
}
