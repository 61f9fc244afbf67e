using System.Buffers;
using System.Text;

namespace ServiceDefaults.State;

/// <summary>
/// A file of lines that survives the process: each line is handed to the operating system before the call that writes it
/// returns. That is enough for a killed process, not for a machine that loses its power. Not for several threads at once.
/// </summary>
public sealed class StateFile : IDisposable
{
    private const int BlockSize = 4096;
    private const byte LineEnd = (byte)'\n';

    private readonly FileStream _file;

    private StateFile(FileStream file) => _file = file;

    /// <summary>Bytes in the file, whole lines all of them.</summary>
    public long Length { get; private set; }

    /// <summary>Opens a file: first its lines, then for more of them.</summary>
    /// <param name="path">The file, which need not exist.</param>
    /// <param name="replay">Called with each line. One that a kill tore was never acknowledged, and is taken away.</param>
    /// <exception cref="IOException">It cannot be opened, for one because another process has it.</exception>
    public static StateFile Open(string path, Action<string> replay)
    {
        ArgumentNullException.ThrowIfNull(replay);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        file.SetLength(EndOfLastLine(file));
        file.Position = 0;
        using (var reader = new StreamReader(file, leaveOpen: true))
        {
            while (reader.ReadLine() is { } line)
            {
                replay(line);
            }
        }

        return new StateFile(file) { Length = file.Length };
    }

    /// <summary>Appends a line.</summary>
    /// <exception cref="IOException">It could not be written, and nothing of it is left in the file.</exception>
    public void WriteLine(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(line.Length) + 1);
        try
        {
            var count = Encoding.UTF8.GetBytes(line, buffer);
            buffer[count++] = LineEnd;
            RandomAccess.Write(_file.SafeFileHandle, buffer.AsSpan(0, count), Length);
            Length += count;
        }
        catch (IOException)
        {
            // A disk that became full in the middle of it: the next line must not begin behind half of this one.
            RandomAccess.SetLength(_file.SafeFileHandle, Length);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Takes all lines away.</summary>
    public void Clear()
    {
        RandomAccess.SetLength(_file.SafeFileHandle, 0);
        Length = 0;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private static long EndOfLastLine(FileStream file)
    {
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            for (var end = file.Length; end > 0;)
            {
                var length = (int)Math.Min(BlockSize, end);
                end -= length;
                file.Position = end;
                file.ReadExactly(block, 0, length);
                var last = block.AsSpan(0, length).LastIndexOf(LineEnd);
                if (last >= 0)
                {
                    return end + last + 1;
                }
            }

            return 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
