namespace Delivery.Worker.Invocation;

/// <summary>
/// The highest value seen within a window of the recent past. A sampled gauge of it misses no peak as long as it is
/// sampled at least once a window.
/// </summary>
internal sealed class SlidingMaximum(TimeSpan window, TimeProvider clock)
{
    /// <summary>The window is kept in this many slices; it is exact to one of them.</summary>
    private const int Slices = 20;

    private readonly long _sliceTicks = Math.Max(1, (long)(window.TotalSeconds / Slices * clock.TimestampFrequency));
    private readonly long[] _slices = new long[Slices];
    private readonly long[] _maxima = new long[Slices];
    private readonly Lock _lock = new();

    /// <summary>Notes a value.</summary>
    public void Record(long value)
    {
        var slice = clock.GetTimestamp() / _sliceTicks;
        var index = slice % Slices;
        lock (_lock)
        {
            _maxima[index] = _slices[index] == slice ? Math.Max(_maxima[index], value) : value;
            _slices[index] = slice;
        }
    }

    /// <summary>The highest value noted within the window; <paramref name="current"/> if that is higher.</summary>
    public long Read(long current)
    {
        var oldest = (clock.GetTimestamp() / _sliceTicks) - Slices;
        var maximum = current;
        lock (_lock)
        {
            for (var index = 0; index < Slices; index++)
            {
                maximum = _slices[index] > oldest ? Math.Max(maximum, _maxima[index]) : maximum;
            }
        }

        return maximum;
    }
}
