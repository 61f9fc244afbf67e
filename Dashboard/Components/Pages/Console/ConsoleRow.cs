using Dashboard.Components.Pages.Console.Ansi;
using Dashboard.Resources;

namespace Dashboard.Components.Pages.Console;

/// <summary>A line of output, as far as it is read before it is seen.</summary>
/// <param name="Line">The line.</param>
/// <param name="Text">Its text without any sequence.</param>
/// <param name="Start">How it looks at its start.</param>
internal sealed record ConsoleRow(ConsoleLine Line, string Text, AnsiStyle Start)
{
    /// <summary>Its pieces: read when it is seen, since of ten thousand lines few are.</summary>
    public IReadOnlyList<AnsiSpan> Spans => AnsiParser.Parse(Line.Text, Start).Spans;
}
