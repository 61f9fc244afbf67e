namespace Dashboard.Components.Pages.Console.Ansi;

/// <summary>A piece of a line that looks the same.</summary>
/// <param name="Text">Without any control character but the tab.</param>
/// <param name="Style">How it looks.</param>
internal readonly record struct AnsiSpan(string Text, AnsiStyle Style);
