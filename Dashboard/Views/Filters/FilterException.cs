namespace Dashboard.Views.Filters;

/// <summary>A query that cannot be read.</summary>
internal sealed class FilterException(string message) : FormatException(message);
