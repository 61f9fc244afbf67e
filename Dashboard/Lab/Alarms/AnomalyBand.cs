namespace Dashboard.Lab.Alarms;

/// <summary>
/// Where a value is expected by those before it: their median, and two standard deviations around it, as CloudWatch draws its band
/// (CloudWatch User Guide, "Using CloudWatch anomaly detection": the threshold is 2 by default). CloudWatch learns from two weeks; a run has its own
/// quiet minutes only, so the deviation is that of the middle half, which a cold start's slow first calls do not widen. Values outside are not
/// learned from, so that a collapse does not become what is expected.
/// </summary>
internal sealed class AnomalyBand
{
    /// <summary>Values remembered.</summary>
    private const int Memory = 30;

    /// <summary>Values that must be known before anything is expected.</summary>
    private const int WarmUp = 6;

    /// <summary>Half the band's width in standard deviations.</summary>
    private const double Deviations = 2;

    /// <summary>How many standard deviations of a normal distribution lie between its quartiles.</summary>
    private const double BetweenQuartiles = 1.349;

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
            double[] sorted = [.. _known.Order()];
            var median = Quantile(sorted, 0.5);
            var deviation = (Quantile(sorted, 0.75) - Quantile(sorted, 0.25)) / BetweenQuartiles;
            var half = Math.Max(Deviations * deviation, LeastShare * Math.Abs(median));
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

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var (below, above) = (sorted[(int)place], sorted[Math.Min((int)place + 1, sorted.Length - 1)]);
        return below + ((above - below) * (place - Math.Floor(place)));
    }
}
