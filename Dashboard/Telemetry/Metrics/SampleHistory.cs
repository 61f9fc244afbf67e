namespace Dashboard.Telemetry.Metrics;

/// <summary>
/// A series' samples. During a run the whole run is kept: when the room is used up, each two neighbours become one
/// (the later, or with <paramref name="keepLarger"/> the larger). Outside of runs only the latest are.
/// </summary>
internal sealed class SampleHistory(int capacity, bool keepLarger)
{
    /// <summary>Samples kept outside of runs, for rates.</summary>
    public const int Tail = 32;

    private readonly List<Sample> _samples = [];

    /// <summary>How many are held.</summary>
    public int Count => _samples.Count;

    /// <summary>Adds a sample, newer than all before.</summary>
    public void Add(Sample sample, bool inRun)
    {
        if (_samples.Count >= (inRun ? capacity : 2 * Tail))
        {
            if (inRun)
            {
                Condense();
            }
            else
            {
                Trim();
            }
        }

        _samples.Add(sample);
    }

    /// <summary>Forgets all but the latest.</summary>
    public void Trim()
    {
        if (_samples.Count > Tail)
        {
            _samples.RemoveRange(0, _samples.Count - Tail);
            _samples.Capacity = 2 * Tail;
        }
    }

    /// <summary>A copy of the samples at or after <paramref name="from"/>, and the one before them.</summary>
    public Sample[] Since(DateTimeOffset from)
    {
        var first = _samples.FindIndex(sample => sample.Time >= from);
        return first < 0 ? [.. _samples.TakeLast(1)] : [.. _samples.Skip(first - 1)];
    }

    private void Condense()
    {
        var kept = 0;
        for (var i = 0; i + 1 < _samples.Count; i += 2)
        {
            var (earlier, later) = (_samples[i], _samples[i + 1]);
            _samples[kept++] = keepLarger && earlier.Value > later.Value ? earlier : later;
        }

        // The newest has no partner when their number is odd.
        if (_samples.Count % 2 == 1)
        {
            _samples[kept++] = _samples[^1];
        }

        _samples.RemoveRange(kept, _samples.Count - kept);
    }
}
