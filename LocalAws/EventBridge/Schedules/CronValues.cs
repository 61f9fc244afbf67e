using System.Globalization;

namespace LocalAws.EventBridge.Schedules;

/// <summary>The values that a field of a cron expression allows.</summary>
internal sealed class CronValues
{
    private readonly CronRange _range;
    private readonly bool[] _allowed;

    private CronValues(CronRange range)
    {
        _range = range;
        _allowed = new bool[range.Highest - range.Lowest + 1];
    }

    public bool Contains(int value) => _allowed[value - _range.Lowest];

    /// <summary>Reads a list of <c>*</c>, values, ranges and steps of either; null if it is none.</summary>
    public static CronValues? TryParse(string text, CronRange range)
    {
        var values = new CronValues(range);
        return Array.TrueForAll(text.Split(','), values.TryAdd) ? values : null;
    }

    private bool TryAdd(string item)
    {
        var parts = item.Split('/');
        var step = 1;
        if (parts.Length > 2
            || (parts.Length == 2 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out step) || step < 1)))
        {
            return false;
        }

        var (from, to) = parts[0] == "*" ? (_range.Lowest, _range.Highest) : ParseEnds(parts[0], isOpen: parts.Length == 2);
        if (from is not { } start || to is not { } end || (start > end && !_range.Wraps))
        {
            return false;
        }

        var last = start <= end ? end : end + _allowed.Length;
        for (var value = (long)start; value <= last; value += step)
        {
            _allowed[(value - _range.Lowest) % _allowed.Length] = true;
        }

        return true;
    }

    /// <param name="isOpen">A single value with a step runs to the end.</param>
    private (int? From, int? To) ParseEnds(string text, bool isOpen) => text.Split('-') switch
    {
        [var only] => (_range.Parse(only), isOpen ? _range.Highest : _range.Parse(only)),
        [var from, var to] => (_range.Parse(from), _range.Parse(to)),
        _ => (null, null),
    };
}
