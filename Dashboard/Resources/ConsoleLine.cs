using System.Globalization;

namespace Dashboard.Resources;

/// <summary>A line of a resource's output.</summary>
/// <param name="Number">Its number, from 1 for the first since the resource came to be.</param>
/// <param name="Text">The line, with its ANSI sequences and without its end.</param>
/// <param name="IsError">Whether it was written to standard error.</param>
/// <param name="WrittenAt">When the host received it; null when it does not say.</param>
internal sealed record ConsoleLine(int Number, string Text, bool IsError, DateTimeOffset? WrittenAt = null)
{
    /// <summary>The shortest and the longest ISO 8601 instant that hosts put before a line.</summary>
    private const int ShortestInstant = 20;

    /// <inheritdoc cref="ShortestInstant"/>
    private const int LongestInstant = 35;

    /// <summary>A line as the resource service sends it: behind an ISO 8601 instant and a space, or as it is.</summary>
    public static ConsoleLine Parse(int number, string content, bool isError)
    {
        var space = content.IndexOf(' ', StringComparison.Ordinal);
        var end = space < 0 ? content.Length : space;
        return end is >= ShortestInstant and <= LongestInstant
            && content[10] == 'T'
            && DateTimeOffset.TryParse(content.AsSpan(0, end), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? new(number, space < 0 ? "" : content[(space + 1)..], isError, instant)
            : new(number, content, isError);
    }
}
