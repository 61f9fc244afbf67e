using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// Ids of messages and requests: random UUIDs (version 4) that cost no call of the system each. Two halves of SplitMix64, which
/// never gives a number twice, from a start that the system's randomness chose.
/// </summary>
internal static class MessageIds
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private static readonly ulong Start = MemoryMarshal.Read<ulong>(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private static readonly ulong OtherHalf = MemoryMarshal.Read<ulong>(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private static ulong _counter = Start;

    /// <summary>An id that no other call gets.</summary>
    public static Guid Next()
    {
        var counter = Interlocked.Add(ref _counter, Step);
        Span<ulong> halves = [Mix(counter), Mix(counter ^ OtherHalf)];
        var bytes = MemoryMarshal.AsBytes(halves);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
