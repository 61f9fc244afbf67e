namespace Dashboard.Views.Traces;

/// <summary>The stretch of time that is to be seen, as percent of its width.</summary>
internal readonly record struct TimeScale(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>A bar thinner than this could not be seen.</summary>
    private const double ThinnestPercent = 0.2;

    private const double Whole = 100;

    /// <summary>How long.</summary>
    public TimeSpan Duration => To - From;

    /// <summary>Where a moment is; below 0 or above 100 outside of the stretch.</summary>
    public double Percent(DateTimeOffset time) => To > From ? (time - From) / (To - From) * Whole : 0;

    /// <summary>The part of a bar that is to be seen; null if none is.</summary>
    public Bar? Bar(DateTimeOffset from, DateTimeOffset to)
    {
        var (left, right) = (Percent(from), Percent(to));
        if (right < 0 || left > Whole)
        {
            return null;
        }

        (left, right) = (Math.Max(0, left), Math.Min(Whole, right));
        var width = Math.Max(ThinnestPercent, right - left);
        return new(Math.Min(left, Whole - width), width);
    }

    /// <summary>A part of it, in shares of its width; never empty, never outside.</summary>
    public TimeScale Part(double from, double to)
    {
        const double Narrowest = 0.0001;
        var (a, b) = (Math.Clamp(Math.Min(from, to), 0, 1 - Narrowest), Math.Clamp(Math.Max(from, to), Narrowest, 1));
        return new(From + (Duration * a), From + (Duration * Math.Max(b, a + Narrowest)));
    }
}
