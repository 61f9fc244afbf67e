using System.Buffers;

namespace ServiceDefaults.State;

/// <summary>
/// A file of lines that survives the process: each line is handed to the operating system before the call that writes it
/// returns. That is enough for a killed process, not for a machine that loses its power.
/// </summary>
public static class StateFile
{
    private const int BlockSize = 4096;

    /// <summary>Opens a file: first its lines, then for more of them.</summary>
    /// <param name="path">The file, which need not exist.</param>
    /// <param name="replay">Called with each line. One that a kill tore was never acknowledged, and is taken away.</param>
    /// <exception cref="IOException">It cannot be opened, for one because another process has it.</exception>
    public static StreamWriter Open(string path, Action<string> replay)
    {
        ArgumentNullException.ThrowIfNull(replay);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.SetLength(EndOfLastLine(file));
        file.Position = 0;
        using (var reader = new StreamReader(file, leaveOpen: true))
        {
            while (reader.ReadLine() is { } line)
            {
                replay(line);
            }
        }

        file.Seek(0, SeekOrigin.End);
        return new StreamWriter(file) { AutoFlush = true, NewLine = "\n" };
    }

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
                var last = block.AsSpan(0, length).LastIndexOf((byte)'\n');
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
