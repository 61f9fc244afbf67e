using System.Buffers.Binary;

namespace Dashboard.Telemetry.Traces;

/// <summary>A span's 8 bytes.</summary>
internal readonly record struct SpanId(ulong Value)
{
    private const int Bytes = 8;

    /// <summary>Whether it names no span.</summary>
    public bool IsEmpty => Value == 0;

    /// <summary>Reads the wire's bytes; empty if they are not an id.</summary>
    public static SpanId Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Bytes ? new(BinaryPrimitives.ReadUInt64BigEndian(bytes)) : default;

    /// <summary>16 hexadecimal digits.</summary>
    public override string ToString() => $"{Value:x16}";
}
