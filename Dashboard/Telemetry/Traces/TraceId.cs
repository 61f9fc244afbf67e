using System.Buffers.Binary;
using System.Globalization;

namespace Dashboard.Telemetry.Traces;

/// <summary>A trace's 16 bytes.</summary>
internal readonly record struct TraceId(ulong High, ulong Low)
{
    private const int Bytes = 16;
    private const int HalfDigits = 16;

    /// <summary>Whether it names no trace.</summary>
    public bool IsEmpty => High == 0 && Low == 0;

    /// <summary>Reads the wire's bytes; empty if they are not an id.</summary>
    public static TraceId Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Bytes
            ? new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]))
            : default;

    /// <summary>Reads 32 hexadecimal digits.</summary>
    public static bool TryParse(string? text, out TraceId id)
    {
        id = default;
        if (text is not { Length: 2 * HalfDigits }
            || !ulong.TryParse(text.AsSpan(0, HalfDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            || !ulong.TryParse(text.AsSpan(HalfDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low))
        {
            return false;
        }

        id = new(high, low);
        return !id.IsEmpty;
    }

    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";
}
