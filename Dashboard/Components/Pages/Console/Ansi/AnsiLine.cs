namespace Dashboard.Components.Pages.Console.Ansi;

/// <summary>A line, read.</summary>
/// <param name="Spans">Its pieces.</param>
/// <param name="Text">All of its text.</param>
/// <param name="End">How the next line starts.</param>
internal sealed record AnsiLine(IReadOnlyList<AnsiSpan> Spans, string Text, AnsiStyle End);
