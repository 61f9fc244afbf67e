using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Runs;

/// <summary>
/// Whether a run is settled: every order accounted for and none under way, in samples that are no leftovers. Exports
/// of different processes are up to a second apart, so figures that balance once may be of different moments: all must
/// have been confirmed, twice, since the last of them changed. Orders of a run before it that were under way at its begin end in this one,
/// and are more than it accepted.
/// </summary>
internal static class Settlement
{
    private const int Confirmations = 2;

    /// <summary>Whether the run is settled.</summary>
    public static bool IsSettled(RunReading reading, RunCurves curves, string queueName)
    {
        var accounts = curves.Accounts;
        if (accounts.InFlight != 0 || accounts.Unaccounted > 0 || accounts.Unaccounted < -curves.InFlightAtStart)
        {
            return false;
        }

        SeriesReading[] involved =
        [
            .. reading.Series.Where(series =>
                LabInstruments.Accounting.Contains(series.Instrument)
                && reading.IsAlive(series)
                && (series.Tags.Find("messaging.destination.name") ?? queueName) == queueName),
        ];
        var quiet = involved.Select(LastChange).Append(reading.Start.StartedAt).Max();
        return involved.Length > 0
            && Array.TrueForAll(involved, series => series.Samples.Count(sample => sample.Time > quiet) >= Confirmations);
    }

    private static DateTimeOffset LastChange(SeriesReading series)
    {
        for (var i = series.Samples.Count - 1; i > 0; i--)
        {
            if (series.Samples[i].Value != series.Samples[i - 1].Value)
            {
                return series.Samples[i].Time;
            }
        }

        return DateTimeOffset.MinValue;
    }
}
