using System.Globalization;
using System.Text.RegularExpressions;

namespace LocalAws.EventBridge.Schedules;

/// <summary><c>rate(5 minutes)</c>: again and again, the first time when one period has passed.</summary>
internal sealed partial record RateSchedule(TimeSpan Period) : RuleSchedule
{
    /// <summary>Reads a rate; null if it is none. The unit of 1 is singular and that of more is plural, as AWS insists.</summary>
    public static new RateSchedule? TryParse(string expression)
    {
        if (Rate().Match(expression) is not { Success: true } match
            || !int.TryParse(match.Groups["value"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value < 1
            || match.Groups["plural"].Success != value > 1)
        {
            return null;
        }

        var unit = match.Groups["unit"].Value switch
        {
            "minute" => TimeSpan.FromMinutes(1),
            "hour" => TimeSpan.FromHours(1),
            _ => TimeSpan.FromDays(1),
        };
        return value <= TimeSpan.FromDays(365 * 1000).Ticks / unit.Ticks ? new RateSchedule(unit * value) : null;
    }

    public override DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset start)
    {
        var periods = after < start ? 0 : (after - start).Ticks / Period.Ticks;
        return start + (Period * (periods + 1));
    }

    [GeneratedRegex(@"\Arate\((?<value>[0-9]{1,9}) (?<unit>minute|hour|day)(?<plural>s)?\)\z")]
    private static partial Regex Rate();
}
