using System.Buffers.Binary;
using System.Numerics;

namespace LocalAws.State;

/// <summary>
/// The unit that is written and synchronized at once: the length of its content (4 bytes), the CRC-32C of all that
/// follows and of the length (4 bytes), its own position in the file (8 bytes), and the content. All little-endian.
/// The position makes a frame known as one wherever the search for it begins.
/// </summary>
internal static class Frame
{
    public const int HeadLength = 16;

    private const int SumOffset = 4;
    private const int PositionOffset = 8;

    /// <summary>Fills in the head of <paramref name="frame"/>, whose content is there.</summary>
    public static void WriteHead(Span<byte> frame, long position)
    {
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - HeadLength);
        BinaryPrimitives.WriteInt64LittleEndian(frame[PositionOffset..], position);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[SumOffset..], Sum(frame));
    }

    /// <summary>The length of the whole frame that a head speaks of; -1: it is no head of a frame at <paramref name="position"/>.</summary>
    public static long LengthAt(ReadOnlySpan<byte> head, long position)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        return length > 0 && BinaryPrimitives.ReadInt64LittleEndian(head[PositionOffset..]) == position ? (long)length + HeadLength : -1;
    }

    /// <summary>Whether a frame is as it was written.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadUInt32LittleEndian(frame[SumOffset..]) == Sum(frame);

    private static uint Sum(ReadOnlySpan<byte> frame) =>
        ~Add(Add(uint.MaxValue, frame[..SumOffset]), frame[PositionOffset..]);

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var rest in bytes)
        {
            sum = BitOperations.Crc32C(sum, rest);
        }

        return sum;
    }
}
