using System.Buffers;
using System.Buffers.Binary;

namespace LocalAws.State;

/// <summary>
/// Changes on their way to a file, as one frame of it: behind room for the frame's head stand the changes, each behind
/// its length (4 bytes, little-endian) and its part (1 byte).
/// </summary>
internal sealed class ChangeBuffer : IBufferWriter<byte>
{
    private const int FirstSize = 64 * 1024;
    private const int Kept = 4 * 1024 * 1024;
    private const int ChangeHead = sizeof(int) + 1;

    private byte[] _bytes = new byte[FirstSize];
    private int _end = Frame.HeadLength;

    /// <summary>Whether there is no change in it.</summary>
    public bool IsEmpty => _end == Frame.HeadLength;

    /// <summary>Bytes of the frame.</summary>
    public int Length => _end;

    /// <summary>Adds a change; if it cannot be encoded, nothing is added.</summary>
    public void Add(StateChange change)
    {
        var start = _end;
        try
        {
            GetSpan(ChangeHead)[sizeof(int)] = (byte)change.Part;
            _end += ChangeHead;
            change.Encode(this);
            BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(start), _end - start - ChangeHead);
        }
        catch
        {
            _end = start;
            throw;
        }
    }

    /// <summary>Adds all changes of another buffer.</summary>
    public void AddAll(ChangeBuffer others)
    {
        var changes = others._bytes.AsSpan(Frame.HeadLength, others._end - Frame.HeadLength);
        changes.CopyTo(GetSpan(changes.Length));
        _end += changes.Length;
    }

    /// <summary>Completes the frame that stands at <paramref name="position"/> of its file.</summary>
    public ReadOnlySpan<byte> Seal(long position)
    {
        var frame = _bytes.AsSpan(0, _end);
        Frame.WriteHead(frame, position);
        return frame;
    }

    /// <summary>Forgets the changes, and the memory of an unusually large frame.</summary>
    public void Clear()
    {
        _end = Frame.HeadLength;
        if (_bytes.Length > Kept)
        {
            _bytes = new byte[FirstSize];
        }
    }

    public void Advance(int count) => _end += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_end);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_end);
    }

    private void Reserve(int count)
    {
        var needed = _end + Math.Max(1, count);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(needed, 2 * _bytes.Length));
        }
    }
}
