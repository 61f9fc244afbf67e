using System.Text;

namespace LocalAws.State;

/// <summary>Reads what <see cref="FieldWriter"/> wrote; every member throws <see cref="InvalidDataException"/> at an early end.</summary>
internal ref struct FieldReader(ReadOnlySpan<byte> source)
{
    private const int GuidBytes = 16;
    private const int MostShift = 63;

    private ReadOnlySpan<byte> _rest = source;

    public byte Byte() => Take(1)[0];

    public long Number()
    {
        var value = 0UL;
        for (var shift = 0; shift <= MostShift; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)value;
            }
        }

        throw new InvalidDataException("A number in a change is too long.");
    }

    public Guid Identifier() => new(Take(GuidBytes));

    public byte[]? Bytes() => Number() is > 0 and var length ? Take(length - 1).ToArray() : null;

    public string? Text() => Number() is > 0 and var length ? Encoding.UTF8.GetString(Take(length - 1)) : null;

    public string RequiredText() => Text() ?? throw new InvalidDataException("A text in a change is missing.");

    public Dictionary<string, string> Pairs()
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var count = Number(); count > 0; count--)
        {
            pairs[RequiredText()] = RequiredText();
        }

        return pairs;
    }

    private ReadOnlySpan<byte> Take(long length)
    {
        if (length < 0 || length > _rest.Length)
        {
            throw new InvalidDataException("A change ends early.");
        }

        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }
}
