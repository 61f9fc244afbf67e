namespace Dashboard.Telemetry.Store;

/// <summary>The steps of a chart.</summary>
internal sealed class ChartSteps
{
    private readonly long _from;
    private readonly long _step;

    /// <summary>Divides a range; a step that would make more than <paramref name="maximum"/> becomes longer.</summary>
    public ChartSteps(DateTimeOffset from, DateTimeOffset to, TimeSpan step, int maximum)
    {
        _from = UnixNanos.ToStored(from);
        var range = Math.Max(1, UnixNanos.ToStored(to) - _from);
        _step = Math.Max(Math.Max(1, step.Ticks * 100), (range + maximum - 1) / maximum);
        Count = (int)((range + _step - 1) / _step);
    }

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>The beginning of each.</summary>
    public IReadOnlyList<DateTimeOffset> Times => [.. Enumerable.Range(0, Count).Select(step => UnixNanos.FromStored(_from + (step * _step)))];

    /// <summary>Seconds of a step.</summary>
    public double Seconds => _step / 1e9;

    /// <summary>The step of a time; negative before the first.</summary>
    public int Of(long time) => time < _from ? -1 : (int)((time - _from) / _step);
}
