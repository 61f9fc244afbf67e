using System.Globalization;

namespace Dashboard.Components.Pages.Console;

/// <summary>The time that a host puts before a line: RFC 3339 and a blank.</summary>
internal static class LineTime
{
    private const int ShortestLength = 20;
    private const int LongestLength = 40;

    /// <summary>Takes it off. A line without one stays whole.</summary>
    public static (DateTimeOffset? At, string Line) Split(string line)
    {
        var end = line.IndexOf(' ', StringComparison.Ordinal);
        if (end < 0)
        {
            end = line.Length;
        }

        return end is >= ShortestLength and <= LongestLength
            && char.IsAsciiDigit(line[0]) && line[4] == '-' && line[10] == 'T'
            && DateTimeOffset.TryParse(line.AsSpan(0, end), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? (at, line[Math.Min(end + 1, line.Length)..])
                : (null, line);
    }
}
