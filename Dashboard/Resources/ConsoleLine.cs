namespace Dashboard.Resources;

/// <summary>A line of a resource's output.</summary>
/// <param name="Number">Its number, from 1 for the first since the resource came to be.</param>
/// <param name="Text">The line, with its ANSI sequences and without its end.</param>
/// <param name="IsError">Whether it was written to standard error.</param>
internal sealed record ConsoleLine(int Number, string Text, bool IsError);
