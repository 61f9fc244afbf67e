namespace Dashboard.Components.Pages.Console;

/// <summary>A piece of a line, ready to be drawn.</summary>
/// <param name="Text">The text.</param>
/// <param name="CssClass">Its classes.</param>
/// <param name="IsHit">Whether it is what is searched for.</param>
internal readonly record struct MarkedSpan(string Text, string CssClass, bool IsHit);
