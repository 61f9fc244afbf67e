namespace Dashboard.Runs;

/// <summary>
/// What one or more counters counted since a run began, over simulated time: linear between the samples. Each track
/// begins with 0; where minutes are asked for it never falls.
/// </summary>
internal sealed class CounterCurve(IReadOnlyList<Track> tracks)
{
    private const double SecondsPerMinute = 60;

    private readonly IReadOnlyList<Track> _tracks = tracks;

    /// <summary>All that was counted.</summary>
    public long Total { get; } = Whole(tracks.Sum(track => track.Points.Count == 0 ? 0 : track.Points[^1].Value));

    /// <summary>When it last grew; 0 if it never did.</summary>
    public double LastChange { get; } = tracks.Select(track => track.LastChange).DefaultIfEmpty(0).Max();

    /// <summary>Several curves as one.</summary>
    public static CounterCurve Sum(params CounterCurve[] curves) => new([.. curves.SelectMany(curve => curve._tracks)]);

    /// <summary>What had been counted at a time.</summary>
    public double At(double seconds) => _tracks.Sum(track => At(track, seconds));

    /// <summary>
    /// What was counted in each simulated minute. The curve is rounded at the minutes' ends and only then taken apart,
    /// so that the minutes come to <see cref="Total"/> exactly.
    /// </summary>
    public long[] PerMinute(int minutes)
    {
        var counts = new long[minutes];
        long before = 0;
        for (var i = 0; i < minutes; i++)
        {
            var end = i == minutes - 1 ? Total : Math.Clamp(Whole(At((i + 1) * SecondsPerMinute)), before, Math.Max(before, Total));
            counts[i] = end - before;
            before = end;
        }

        return counts;
    }

    /// <summary>
    /// Growth a simulated second over the last <paramref name="window"/> simulated seconds of each series; a series that
    /// has fallen silent does not grow.
    /// </summary>
    public double Rate(double window) => _tracks.Sum(track =>
    {
        if (track.Points.Count < 2 || !track.IsAlive)
        {
            return 0;
        }

        var end = track.Points[^1];
        var width = Math.Min(window, end.Seconds);
        return width > 0 ? (end.Value - At(track, end.Seconds - width)) / width : 0;
    });

    private static double At(Track track, double seconds)
    {
        var index = track.IndexAt(seconds);
        if (index < 0)
        {
            return 0;
        }

        var point = track.Points[index];
        if (index == track.Points.Count - 1)
        {
            return point.Value;
        }

        var next = track.Points[index + 1];
        return point.Value + ((next.Value - point.Value) * (seconds - point.Seconds) / (next.Seconds - point.Seconds));
    }

    private static long Whole(double value) => (long)Math.Round(value, MidpointRounding.AwayFromZero);
}
