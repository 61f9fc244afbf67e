using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Dashboard.Otlp;

/// <summary>
/// Reads protobuf in place, without an object for anything. Source: protobuf.dev, "Encoding".
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;
    private const int LongestVarint = 10;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;
    private int _wireType;

    /// <summary>Goes to the next field.</summary>
    /// <returns>Its number; 0 at the end.</returns>
    /// <exception cref="MalformedOtlpException">This is no protobuf.</exception>
    public int NextField()
    {
        if (_position == _bytes.Length)
        {
            return 0;
        }

        var tag = ReadRawVarint();
        _wireType = (int)(tag & 7);
        var field = tag >> 3;
        return field is 0 or > 0x1FFFFFFF ? throw Malformed("a field has no valid number") : (int)field;
    }

    /// <summary>The field's bytes: text, bytes or a message.</summary>
    public ReadOnlySpan<byte> ReadBytes()
    {
        Expect(LengthDelimited);
        var length = ReadRawVarint();
        if (length > (ulong)(_bytes.Length - _position))
        {
            throw Malformed("a field ends beyond its message");
        }

        var value = _bytes.Slice(_position, (int)length);
        _position += (int)length;
        return value;
    }

    /// <summary>The field's number, 64 bits of fixed length.</summary>
    public ulong ReadFixed64()
    {
        Expect(Fixed64);
        var value = BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
        return value;
    }

    /// <summary>The field's number.</summary>
    public ulong ReadVarint()
    {
        Expect(Varint);
        return ReadRawVarint();
    }

    /// <summary>The field's floating-point number.</summary>
    public double ReadDouble() => BitConverter.UInt64BitsToDouble(ReadFixed64());

    /// <summary>Leaves the field out.</summary>
    public void Skip()
    {
        switch (_wireType)
        {
            case Varint: ReadRawVarint(); break;
            case Fixed64: Take(sizeof(ulong)); break;
            case LengthDelimited: ReadBytes(); break;
            case Fixed32: Take(sizeof(uint)); break;
            default: throw Malformed("a field has an unknown type");
        }
    }

    private static MalformedOtlpException Malformed(string what) => new($"The request is no valid protobuf: {what}.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Expect(int wireType)
    {
        if (_wireType != wireType)
        {
            throw Malformed("a field is not of its type");
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _bytes.Length - _position)
        {
            throw Malformed("it ends within a field");
        }

        var value = _bytes.Slice(_position, length);
        _position += length;
        return value;
    }

    private ulong ReadRawVarint()
    {
        if (_position < _bytes.Length && _bytes[_position] < 0x80)
        {
            return _bytes[_position++];
        }

        ulong value = 0;
        for (var i = 0; i < LongestVarint && _position < _bytes.Length; i++)
        {
            var part = _bytes[_position++];
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
            {
                return value;
            }
        }

        throw Malformed("a number does not end");
    }
}
