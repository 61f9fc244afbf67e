using System.Text;

namespace Dashboard.Components.Pages.Console.Ansi;

/// <summary>
/// Reads a line of a terminal's output: colours become spans with a style, every other sequence is left out (ECMA-48,
/// "Control Functions for Coded Character Sets"). What comes out holds no control character but the tab, whatever went in.
/// </summary>
internal static class AnsiParser
{
    private const char Escape = '\u001b';
    private const char Bell = '\u0007';
    private const char SingleCsi = '\u009b';
    private const char StringEnd = '\u009c';

    /// <summary>Reads a line that starts with a style: a colour lasts until it is changed, over line ends too.</summary>
    public static AnsiLine Parse(string line, AnsiStyle start)
    {
        List<AnsiSpan> spans = [];
        var text = new StringBuilder();
        var span = new StringBuilder();
        var style = start;

        void Close()
        {
            if (span.Length > 0)
            {
                spans.Add(new(span.ToString(), style));
                text.Append(span);
                span.Clear();
            }
        }

        for (var at = 0; at < line.Length;)
        {
            switch (line[at])
            {
                case Escape when at + 1 < line.Length && line[at + 1] == '[':
                case SingleCsi:
                    at += line[at] == SingleCsi ? 1 : 2;
                    var (parameters, final, next) = ReadControl(line, at);
                    at = next;
                    if (final == 'm')
                    {
                        var changed = SelectGraphics.Apply(style, parameters);
                        if (changed != style)
                        {
                            Close();
                            style = changed;
                        }
                    }

                    break;
                case Escape when at + 1 < line.Length && line[at + 1] is ']' or 'P' or 'X' or '^' or '_':
                    at = SkipString(line, at + 2);
                    break;
                case Escape:
                    at = SkipEscape(line, at + 1);
                    break;
                case '\r' when at + 1 < line.Length:
                    // What was written first is overwritten, as a progress bar does.
                    spans.Clear();
                    text.Clear();
                    span.Clear();
                    at++;
                    break;
                case var character:
                    if (character == '\t' || !char.IsControl(character))
                    {
                        span.Append(character);
                    }

                    at++;
                    break;
            }
        }

        Close();
        return new(spans, text.ToString(), style);
    }

    /// <summary>Parameters are of 0–9:;&lt;=&gt;?, then come intermediates, then one letter that says what it is.</summary>
    private static (string Parameters, char Final, int Next) ReadControl(string line, int at)
    {
        var start = at;
        while (at < line.Length && line[at] is >= '0' and <= '?')
        {
            at++;
        }

        var parameters = line[start..at];
        while (at < line.Length && line[at] is >= ' ' and <= '/')
        {
            at++;
        }

        // A sequence that is broken off ends where the text goes on.
        return at < line.Length && line[at] is >= '@' and <= '~' ? (parameters, line[at], at + 1) : (parameters, '\0', at);
    }

    /// <summary>A title, a link's address: until the bell or the string's end.</summary>
    private static int SkipString(string line, int at)
    {
        for (; at < line.Length; at++)
        {
            if (line[at] is Bell or StringEnd)
            {
                return at + 1;
            }

            if (line[at] == Escape && at + 1 < line.Length && line[at + 1] == '\\')
            {
                return at + 2;
            }
        }

        return at;
    }

    private static int SkipEscape(string line, int at)
    {
        while (at < line.Length && line[at] is >= ' ' and <= '/')
        {
            at++;
        }

        return at < line.Length && line[at] is >= '0' and <= '~' ? at + 1 : at;
    }
}
