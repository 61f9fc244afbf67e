using System.Globalization;
using Dashboard.Views.Filters;

namespace Dashboard.Views;

/// <summary>A stretch of real time: the last so long, or from and to, either of which may be open.</summary>
internal sealed record TimeRange(TimeSpan? Last, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>All that is held.</summary>
    public static TimeRange All { get; } = new(null, null, null);

    /// <summary>Whether it moves with time or is open at its end, so that what comes now is in it.</summary>
    public bool IsLive => To is null;

    /// <summary>Reads an address's <c>last</c>, <c>from</c> and <c>to</c>.</summary>
    /// <exception cref="FilterException">One of them cannot be read.</exception>
    public static TimeRange Read(string? last, string? from, string? to)
    {
        if (string.IsNullOrWhiteSpace(last))
        {
            return new(null, Instant("from", from), Instant("to", to));
        }

        return DurationReader.TryParse(last, out var duration) && duration > TimeSpan.Zero
            ? new(duration, null, null)
            : throw new FilterException($"last={last}: a duration such as 5min.");
    }

    /// <summary>As parts of an address.</summary>
    public IEnumerable<(string Name, object? Value)> Write() =>
        [("last", Last is { } last ? DurationReader.Write(last) : null), ("from", Text(From)), ("to", Text(To))];

    /// <summary>Its ends at this moment.</summary>
    public (DateTimeOffset? From, DateTimeOffset? To) At(DateTimeOffset now) => Last is { } last
        ? (now.UtcTicks > last.Ticks ? now - last : DateTimeOffset.MinValue, null)
        : (From, To);

    private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(string name, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new FilterException($"{name}={text}: a time such as 2026-03-01T14:00:00Z.");
    }
}
