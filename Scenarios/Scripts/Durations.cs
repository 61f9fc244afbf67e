using System.Globalization;
using System.Text.RegularExpressions;

namespace Scenarios.Scripts;

/// <summary>
/// Lengths of time as Artillery's scripts write them: a whole number of seconds (<c>60</c>), or a number with its unit
/// (<c>30s</c>, <c>1.5 minutes</c>), the units being those of the npm package <c>ms</c>.
/// </summary>
internal static partial class Durations
{
    /// <summary>What is allowed, for messages.</summary>
    public const string Allowed = "a number of seconds greater than 0, or a number and its unit, as in \"30s\", \"10m\" or \"1 hour\"";

    /// <summary>Reads a length of time greater than 0; null if it is none.</summary>
    /// <param name="text">The scalar's text.</param>
    /// <param name="wholeSeconds">
    /// Whether a number without a unit must be whole. Artillery reads the fraction of a phase's <c>duration</c> as
    /// milliseconds or not at all, so there it means nothing that could be honoured.
    /// </param>
    public static double? ReadSeconds(string text, bool wholeSeconds)
    {
        if (Pattern().Match(text) is not { Success: true } match
            || !double.TryParse(match.Groups["number"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var unit = match.Groups["unit"].Value.ToUpperInvariant();
        if (unit.Length == 0)
        {
            return number > 0 && (!wholeSeconds || double.IsInteger(number)) ? number : null;
        }

        return SecondsPer(unit) is { } seconds && number > 0 ? number * seconds : null;
    }

    private static double? SecondsPer(string unit) => unit switch
    {
        "MS" or "MSEC" or "MSECS" or "MILLISECOND" or "MILLISECONDS" => 0.001,
        "S" or "SEC" or "SECS" or "SECOND" or "SECONDS" => 1,
        "M" or "MIN" or "MINS" or "MINUTE" or "MINUTES" => 60,
        "H" or "HR" or "HRS" or "HOUR" or "HOURS" => 3_600,
        "D" or "DAY" or "DAYS" => 86_400,
        _ => null,
    };

    [GeneratedRegex(@"^(?<number>[0-9]{0,9}\.?[0-9]{1,9}) ?(?<unit>[A-Za-z]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
