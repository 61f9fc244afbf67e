using System.Buffers.Binary;

namespace LocalAws.State;

/// <summary>What every file of the state begins with: a name, the version of its format (4 bytes) and its number (8 bytes).</summary>
internal static class FileHead
{
    public const int Length = 20;

    private const int Version = 1;
    private const int VersionOffset = 8;
    private const int NumberOffset = 12;

    private static ReadOnlySpan<byte> Name => "LocalAws"u8;

    public static byte[] Of(long number)
    {
        var head = new byte[Length];
        Name.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(VersionOffset), Version);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(NumberOffset), number);
        return head;
    }

    /// <exception cref="StateException">The file is none of the state's, or of a version that is not known.</exception>
    public static void Check(ReadOnlySpan<byte> head, long number, string path)
    {
        if (head.Length < Length || !head.StartsWith(Name))
        {
            throw new StateException($"{path} is no file of LocalAws's state.");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(head[VersionOffset..]);
        if (version != Version)
        {
            throw new StateException($"{path} has version {version} of the format; this program knows version {Version}.");
        }

        if (BinaryPrimitives.ReadInt64LittleEndian(head[NumberOffset..]) != number)
        {
            throw new StateException($"{path} was another file once: the number in it is not that of its name.");
        }
    }
}
