using System.Text;

namespace Dashboard.Components.Pages.Console;

/// <summary>A console's lines as a file.</summary>
internal static class ConsoleFile
{
    /// <summary>The lines in UTF-8, each after its time, without colours.</summary>
    public static Stream Write(IEnumerable<ConsoleRow> rows)
    {
        var file = new MemoryStream();
        using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        {
            writer.NewLine = "\n";
            foreach (var row in rows)
            {
                if (row.Line.WrittenAt is { } at)
                {
                    writer.Write(at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
                    writer.Write(' ');
                }

                writer.WriteLine(row.Text);
            }
        }

        file.Position = 0;
        return file;
    }

    /// <summary>A name for it, of letters that every system takes.</summary>
    public static string NameOf(string resource, DateTimeOffset now) =>
        $"{string.Concat(resource.Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'))}-{Formats.TimeText.Of(now, "yyyyMMdd-HHmmss")}.log";
}
