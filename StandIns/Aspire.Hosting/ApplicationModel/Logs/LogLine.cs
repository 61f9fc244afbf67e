namespace Aspire.Hosting.ApplicationModel;

/// <summary>A line of a resource's log.</summary>
/// <param name="LineNumber">The place in the log, from 1.</param>
/// <param name="Content">An ISO 8601 instant (UTC), a space and the text.</param>
/// <param name="IsErrorMessage">Whether it was written to standard error, or logged as an error.</param>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);
