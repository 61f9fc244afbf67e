namespace Dashboard.Runs;

/// <summary>
/// The sum of one or more gauges over simulated time: each holds its last sample, until it has been silent for too long.
/// </summary>
/// <param name="tracks">The gauges.</param>
/// <param name="simultaneous">
/// Samples so near to one another (simulated seconds) are of one export: a process reads its gauges one after the other,
/// and what left one for the next must not be counted in both.
/// </param>
/// <param name="atStart">The value when the run began.</param>
internal sealed class GaugeCurve(IReadOnlyList<Track> tracks, double simultaneous, double atStart)
{
    /// <summary>The value when the run began.</summary>
    public double AtStart { get; } = atStart;

    /// <summary>When it last became another value; 0 if it never did.</summary>
    public double LastChange { get; } = tracks.Select(track => track.LastChange).DefaultIfEmpty(0).Max();

    /// <summary>The latest value: what the processes that are still there last said.</summary>
    public double Now { get; } = tracks.Where(track => track is { IsAlive: true, Points.Count: > 0 }).Sum(track => track.Points[^1].Value);

    /// <summary>The value at a time; 0 where nothing is known.</summary>
    public double At(double seconds)
    {
        var sum = 0.0;
        foreach (var track in tracks)
        {
            var index = track.IndexAt(seconds);
            if (index >= 0 && seconds - track.Points[index].Seconds <= track.Patience)
            {
                sum += track.Points[index].Value;
            }
        }

        return sum;
    }

    /// <summary>The highest value after <paramref name="from"/> and up to <paramref name="to"/>.</summary>
    public double MaximumIn(double from, double to)
    {
        var maximum = At(to);
        foreach (var track in tracks)
        {
            for (var i = track.IndexAt(from) + 1; i < track.Points.Count && track.Points[i].Seconds <= to; i++)
            {
                maximum = Math.Max(maximum, At(track.Points[i].Seconds + simultaneous));
            }
        }

        return maximum;
    }
}
