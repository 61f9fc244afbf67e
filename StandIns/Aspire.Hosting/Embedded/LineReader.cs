using System.Text;

namespace Aspire.Hosting.Embedded;

/// <summary>Cuts output into lines. A line that is too long comes in pieces, so that no output can fill the memory.</summary>
internal static class LineReader
{
    private const int LongestLine = 16 * 1024;

    /// <summary>Reads to the end.</summary>
    internal static async Task ReadAsync(TextReader reader, Action<string> onLine)
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        while (true)
        {
            int read;
            try
            {
                read = await reader.ReadAsync(buffer);
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                read = 0;
            }

            if (read == 0)
            {
                break;
            }

            Append(buffer.AsSpan(0, read));
        }

        if (line.Length > 0)
        {
            Flush();
        }

        void Append(ReadOnlySpan<char> text)
        {
            foreach (var character in text)
            {
                if (character == '\n')
                {
                    Flush();
                }
                else
                {
                    line.Append(character);
                    if (line.Length >= LongestLine)
                    {
                        Flush();
                    }
                }
            }
        }

        void Flush()
        {
            if (line.Length > 0 && line[^1] == '\r')
            {
                line.Length--;
            }

            onLine(line.ToString());
            line.Clear();
        }
    }
}
