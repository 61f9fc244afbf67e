namespace Dashboard.Lab.Alarms;

/// <summary>
/// Where a value is expected by those before it: their median, and around it a few times their median absolute deviation.
/// Values outside are not learned from, so that a collapse does not become what is expected.
/// </summary>
internal sealed class AnomalyBand
{
    /// <summary>Values remembered.</summary>
    private const int Memory = 30;

    /// <summary>Values that must be known before anything is expected.</summary>
    private const int WarmUp = 4;

    /// <summary>Half the band's width in standard deviations, of which the median absolute deviation of a normal distribution is 0.6745.</summary>
    private const double Deviations = 4;

    private const double Normal = 1 / 0.6745;

    /// <summary>A band is never narrower than this share of the median to either side: equal values would leave no room at all.</summary>
    private const double LeastShare = 0.3;

    private readonly Queue<double> _known = new();

    /// <summary>Judges the next value.</summary>
    /// <returns>Null: too little is known yet.</returns>
    public BandPoint? Observe(double value)
    {
        BandPoint? band = null;
        if (_known.Count >= WarmUp)
        {
            var median = Median(_known);
            var deviation = Median(_known.Select(known => Math.Abs(known - median)));
            var half = Math.Max(Deviations * Normal * deviation, LeastShare * Math.Abs(median));
            band = new(Math.Max(0, median - half), median + half, Math.Abs(value - median) > half);
        }

        if (band is not { IsOutside: true })
        {
            if (_known.Count == Memory)
            {
                _known.Dequeue();
            }

            _known.Enqueue(value);
        }

        return band;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
