namespace Aspire.Hosting.ApplicationModel;

/// <summary>Some lines of a log.</summary>
/// <param name="Lines">The lines, by their numbers.</param>
/// <param name="More">Done when it is worth asking for the next page; null: nothing more will come.</param>
internal readonly record struct LogPage(IReadOnlyList<LogLine> Lines, Task? More);
