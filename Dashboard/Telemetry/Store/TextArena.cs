using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Dashboard.Telemetry.Store;

/// <summary>Texts at fixed addresses, one after another, all forgotten together.</summary>
internal sealed unsafe class TextArena : IDisposable
{
    private const int BlockBytes = 256 * 1024;

    private readonly List<(nint Address, int Length)> _blocks = [];
    private int _block = -1;
    private byte* _next;
    private byte* _end;

    ~TextArena() => Free();

    /// <summary>Copies UTF-8; what is not valid becomes U+FFFD, as the database takes none.</summary>
    public StoredText Add(ReadOnlySpan<byte> text)
    {
        if (!Utf8.IsValid(text))
        {
            return Add(Encoding.UTF8.GetString(text));
        }

        var address = Reserve(text.Length);
        text.CopyTo(new Span<byte>(address, text.Length));
        _next += text.Length;
        return new(address, text.Length);
    }

    /// <summary>Copies text; half of a surrogate pair becomes U+FFFD.</summary>
    public StoredText Add(string text)
    {
        var room = Encoding.UTF8.GetMaxByteCount(text.Length);
        var address = Reserve(room);
        var length = Encoding.UTF8.GetBytes(text, new Span<byte>(address, room));
        _next += length;
        return new(address, length);
    }

    /// <summary>Copies text, if there is one.</summary>
    public StoredText AddOrNull(string? text) => text is null ? default : Add(text);

    /// <summary>Forgets all texts and keeps the memory for the next, but for what an unusually long one took.</summary>
    public void Clear()
    {
        for (var i = _blocks.Count - 1; i >= 0; i--)
        {
            if (_blocks[i].Length > BlockBytes)
            {
                NativeMemory.Free((void*)_blocks[i].Address);
                _blocks.RemoveAt(i);
            }
        }

        _block = -1;
        _next = null;
        _end = null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private byte* Reserve(int bytes)
    {
        while (_next is null || _end - _next < bytes)
        {
            if (++_block == _blocks.Count)
            {
                var length = Math.Max(bytes, BlockBytes);
                _blocks.Add(((nint)NativeMemory.Alloc((nuint)length), length));
            }

            _next = (byte*)_blocks[_block].Address;
            _end = _next + _blocks[_block].Length;
        }

        return _next;
    }

    private void Free()
    {
        foreach (var (address, _) in _blocks)
        {
            NativeMemory.Free((void*)address);
        }

        _blocks.Clear();
    }
}
