namespace Dashboard.Ask;

/// <summary>A place in a text, both from 1.</summary>
internal readonly record struct Place(int Line, int Column);
