using System.Buffers;
using System.Text;

namespace LocalAws.State;

/// <summary>Writes the fields of a change one behind the other, each as short as it can be.</summary>
internal readonly ref struct FieldWriter(IBufferWriter<byte> target)
{
    private const int LongestNumber = 10;
    private const int GuidBytes = 16;

    public FieldWriter Byte(byte value)
    {
        target.GetSpan(1)[0] = value;
        target.Advance(1);
        return this;
    }

    /// <summary>Seven bits a byte, the lowest first; small numbers are short.</summary>
    public FieldWriter Number(long value)
    {
        var span = target.GetSpan(LongestNumber);
        var rest = (ulong)value;
        var length = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            span[length++] = (byte)(rest | 0x80);
        }

        span[length++] = (byte)rest;
        target.Advance(length);
        return this;
    }

    public FieldWriter Identifier(Guid value)
    {
        value.TryWriteBytes(target.GetSpan(GuidBytes));
        target.Advance(GuidBytes);
        return this;
    }

    /// <summary>Bytes behind their number plus one; null is a zero.</summary>
    public FieldWriter Bytes(ReadOnlySpan<byte> value, bool isNull = false)
    {
        Number(isNull ? 0 : value.Length + 1L);
        target.Write(value);
        return this;
    }

    public FieldWriter Bytes(byte[]? value) => Bytes(value.AsSpan(), value is null);

    public FieldWriter Text(string? value)
    {
        if (value is null)
        {
            return Number(0);
        }

        var length = Encoding.UTF8.GetByteCount(value);
        Number(length + 1L);
        Encoding.UTF8.GetBytes(value, target.GetSpan(length));
        target.Advance(length);
        return this;
    }

    public FieldWriter Pairs(IReadOnlyDictionary<string, string> pairs)
    {
        Number(pairs.Count);
        foreach (var (name, value) in pairs)
        {
            Text(name).Text(value);
        }

        return this;
    }
}
