using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LocalAws.State;

/// <summary>
/// The end of a log, written past the system's cache of the file: a write is on the disk when it returns, for less processor
/// time than to write into the cache and to synchronize that. The disk takes whole blocks, so the one that the log ends in is
/// kept here and written again with each frame, what stands in it already unchanged.
/// </summary>
internal sealed class DirectFile : IDisposable
{
    /// <summary>A multiple of every disk's block, and a page.</summary>
    private const int Block = 4096;

    /// <summary>Longer writes are few; they need not come here.</summary>
    private const int Capacity = 16 * Block;

    private readonly SafeFileHandle _file;
    private readonly Memory<byte> _blocks;

    private DirectFile(SafeFileHandle file)
    {
        _file = file;
        var bytes = GC.AllocateUninitializedArray<byte>(Capacity + Block, pinned: true);
        var offset = (int)((Block - (Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0) % Block)) % Block);
        _blocks = bytes.AsMemory(offset, Capacity);
    }

    /// <summary>Where the block ends that <paramref name="position"/> stands in.</summary>
    public static long EndOfBlock(long position) => (position + Block - 1) / Block * Block;

    /// <summary>Opens a file that ends at <paramref name="end"/>; null: the system or its file system has no such way.</summary>
    public static DirectFile? TryOpen(string path, long end)
    {
        if (Disk.OpenDirect(path) is not { } file)
        {
            return null;
        }

        var direct = new DirectFile(file);
        try
        {
            var inBlock = (int)(end % Block);
            if (RandomAccess.Read(file, direct._blocks.Span[..Block], end - inBlock) >= inBlock)
            {
                return direct;
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // What cannot be read so cannot be written so.
        }

        direct.Dispose();
        return null;
    }

    /// <summary>
    /// Adds bytes at the end of what was added before, up to the end of their last block, which must be within the file.
    /// False: they are too many, nothing is written. After a failure it may be tried again.
    /// </summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public bool TryAppend(ReadOnlySpan<byte> bytes, long position)
    {
        var inBlock = (int)(position % Block);
        var length = inBlock + bytes.Length;
        if (length > Capacity)
        {
            return false;
        }

        var blocks = _blocks.Span[..(int)EndOfBlock(length)];
        bytes.CopyTo(blocks[inBlock..]);
        blocks[length..].Clear();
        RandomAccess.Write(_file, blocks, position - inBlock);
        var last = length / Block * Block;
        if (last > 0 && last < blocks.Length)
        {
            blocks[last..].CopyTo(blocks);
        }

        return true;
    }

    /// <summary>Takes note of what was added another way: more than a block, up to <paramref name="end"/>.</summary>
    public void Pass(ReadOnlySpan<byte> bytes, long end) => bytes[^(int)(end % Block)..].CopyTo(_blocks.Span);

    public void Dispose() => _file.Dispose();
}
