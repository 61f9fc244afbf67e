using Microsoft.Win32.SafeHandles;

namespace LocalAws.State;

/// <summary>
/// A file of frames that grows at its end. A log is filled with zeros ahead of its end: to overwrite what is allocated
/// spares the file system a transaction at each synchronization.
/// </summary>
internal sealed class StateFile : IFrameFile
{
    private const int Step = 4 * 1024 * 1024;
    private static readonly byte[] Zeros = new byte[Step];

    private readonly SafeFileHandle _file;
    private readonly bool _isFilledAhead;
    private long _allocated;

    private StateFile(SafeFileHandle file, long number, long end, bool isFilledAhead)
    {
        _file = file;
        _isFilledAhead = isFilledAhead;
        Number = number;
        End = _allocated = end;
    }

    public long Number { get; }

    /// <summary>Where the next frame will stand.</summary>
    public long End { get; private set; }

    /// <summary>Creates a file, in place of a half-made one of that name.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static StateFile Create(string path, long number, bool isFilledAhead)
    {
        var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            RandomAccess.Write(file, FileHead.Of(number), 0);
            RandomAccess.FlushToDisk(file);
            return new StateFile(file, number, FileHead.Length, isFilledAhead);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a log to go on at its end; what stands behind that is cut off.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static StateFile Continue(string path, long number, long end)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            RandomAccess.SetLength(file, end);
            RandomAccess.FlushToDisk(file);
            return new StateFile(file, number, end, isFilledAhead: true);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Adds a frame. After a failure it may be tried again: it will stand where it should have stood.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Append(ChangeBuffer changes)
    {
        var frame = changes.Seal(End);
        while (_isFilledAhead && End + frame.Length > _allocated)
        {
            RandomAccess.Write(_file, Zeros, _allocated);
            RandomAccess.FlushToDisk(_file);
            _allocated += Step;
        }

        RandomAccess.Write(_file, frame, End);
        if (_isFilledAhead)
        {
            Synchronize();
        }

        End += frame.Length;
    }

    /// <summary>Waits until the file would outlive a failure of the machine.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Synchronize() => Disk.Synchronize(_file);

    public void Dispose() => _file.Dispose();
}
