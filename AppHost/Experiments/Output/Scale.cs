namespace AppHost.Experiments.Output;

/// <summary>An axis from 0 to a round number, with round steps.</summary>
/// <param name="Maximum">Its end.</param>
/// <param name="Step">From tick to tick.</param>
internal readonly record struct Scale(double Maximum, double Step)
{
    /// <summary>The ticks, both ends included.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            for (var index = 0; index * Step <= Maximum * 1.0001; index++)
            {
                yield return index * Step;
            }
        }
    }

    /// <summary>The scale that holds a value in about so many steps of 1, 2 or 5 times a power of ten.</summary>
    public static Scale For(double value, int steps)
    {
        var raw = Math.Max(value, 1) / steps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = (raw / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
        return new(Math.Ceiling(Math.Max(value, 1) / step) * step, step);
    }
}
