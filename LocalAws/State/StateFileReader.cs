using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace LocalAws.State;

/// <summary>Takes a change that was read.</summary>
internal delegate void ChangeReader(StatePartId part, ReadOnlySpan<byte> change);

/// <summary>How far a file can be read.</summary>
/// <param name="End">Where the last whole frame ends; 0: not even the file's head was written.</param>
/// <param name="IsTorn">Whether something stands behind it whose writing was cut short.</param>
internal readonly record struct StateFileEnd(long End, bool IsTorn);

/// <summary>
/// Reads a file of frames. One frame at most is being written at any time: only the last one can be torn. So a frame that
/// is not whole and has a whole one behind it was damaged later, and nobody can say what it held.
/// </summary>
internal sealed class StateFileReader(string path, long number)
{
    private const int ChangeHead = sizeof(int) + 1;
    private const int Window = 1024 * 1024;

    /// <summary>Hands out all changes, in order.</summary>
    /// <param name="mayBeTorn">Whether the file's last frame may be one whose writing was cut short.</param>
    /// <exception cref="StateException">The file is damaged, or of a version that is not known.</exception>
    public StateFileEnd Read(bool mayBeTorn, ChangeReader reader)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(file);
        if (length < FileHead.Length && mayBeTorn)
        {
            return new StateFileEnd(0, IsTorn: true);
        }

        Span<byte> fileHead = stackalloc byte[FileHead.Length];
        fileHead = fileHead[..Fill(file, fileHead, 0)];
        if (mayBeTorn && !fileHead.ContainsAnyExcept((byte)0))
        {
            return new StateFileEnd(0, IsTorn: true);
        }

        FileHead.Check(fileHead, number, path);
        var position = (long)FileHead.Length;
        var frame = new byte[Window];
        while (TryReadFrame(file, length, position, ref frame) is var size and > 0)
        {
            HandOut(frame.AsSpan(0, size)[Frame.HeadLength..], position, reader);
            position += size;
        }

        var isTorn = !IsEnd(file, length, position);
        if (isTorn && (!mayBeTorn || FindFrame(file, length, position) is not null))
        {
            throw new StateException(
                $"{path} is damaged at byte {position}. Put back a copy of the data directory, or start anew with another one (--data DIRECTORY).");
        }

        return new StateFileEnd(position, isTorn);
    }

    private void HandOut(ReadOnlySpan<byte> changes, long position, ChangeReader reader)
    {
        try
        {
            while (!changes.IsEmpty)
            {
                var length = BinaryPrimitives.ReadInt32LittleEndian(changes);
                reader((StatePartId)changes[sizeof(int)], changes.Slice(ChangeHead, length));
                changes = changes[(ChangeHead + length)..];
            }
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or ArgumentOutOfRangeException)
        {
            throw new StateException($"{path} holds a change at byte {position} that this program cannot read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>The size of the whole frame that stands at <paramref name="position"/>; 0: there is none.</summary>
    private static int TryReadFrame(SafeFileHandle file, long length, long position, ref byte[] frame)
    {
        if (Fill(file, frame.AsSpan(0, Frame.HeadLength), position) < Frame.HeadLength)
        {
            return 0;
        }

        var size = Frame.LengthAt(frame, position);
        if (size < 0 || position + size > length || size > Array.MaxLength)
        {
            return 0;
        }

        if (size > frame.Length)
        {
            frame = new byte[size];
        }

        var whole = frame.AsSpan(0, (int)size);
        return Fill(file, whole, position) == size && Frame.IsWhole(whole) ? (int)size : 0;
    }

    /// <summary>Whether nothing was ever written from here on.</summary>
    private static bool IsEnd(SafeFileHandle file, long length, long position)
    {
        var window = new byte[Window];
        for (; position < length; position += window.Length)
        {
            if (window.AsSpan(0, Fill(file, window, position)).ContainsAnyExcept((byte)0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The position of the first whole frame behind <paramref name="position"/>, or null.</summary>
    private static long? FindFrame(SafeFileHandle file, long length, long position)
    {
        var window = new byte[Window + Frame.HeadLength];
        var frame = new byte[Window];
        for (var start = position + 1; start < length; start += Window)
        {
            var read = Fill(file, window, start);
            for (var offset = 0; offset + Frame.HeadLength <= read && offset < Window; offset++)
            {
                if (Frame.LengthAt(window.AsSpan(offset), start + offset) > 0
                    && TryReadFrame(file, length, start + offset, ref frame) > 0)
                {
                    return start + offset;
                }
            }
        }

        return null;
    }

    private static int Fill(SafeFileHandle file, Span<byte> target, long position)
    {
        var filled = 0;
        while (filled < target.Length && RandomAccess.Read(file, target[filled..], position + filled) is var read and > 0)
        {
            filled += read;
        }

        return filled;
    }
}
