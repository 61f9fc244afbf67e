using System.Collections.Concurrent;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Queries;

namespace Dashboard.Telemetry.Store;

/// <summary>
/// Every series that points belong to, under a number, and bounded: a sender may give each point another attribute. What is beyond is not added
/// up in one series of the rest, as a sender's SDK does: here most points are totals, and totals of different series in one would look like
/// restarts. One writer; readers may be about.
/// </summary>
internal sealed partial class MetricSeriesTable(TelemetryLimits limits, ILogger<MetricSeriesTable> logger)
{
    /// <summary>Characters of all series' attributes: for twenty thousand series of some hundred each.</summary>
    private const long MaximumCharacters = 16_000_000;

    private readonly ConcurrentDictionary<(SeriesKey Key, int ResourceId, bool IsDelta), StoredSeries> _series = new();
    private readonly ConcurrentDictionary<InstrumentKey, long> _leftOutOf = new();
    private readonly Dictionary<(int ResourceId, string Meter, string Instrument), int> _counts = [];
    private long _leftOut;
    private long _characters;
    private int _made;
    private bool _isFull;

    /// <summary>All series.</summary>
    public IEnumerable<StoredSeries> All => _series.Values;

    /// <summary>Points for whose series there was no room.</summary>
    public long LeftOut => Interlocked.Read(ref _leftOut);

    /// <summary>The same, of one instrument; an instrument without any series is in <see cref="LeftOut"/> only.</summary>
    public long LeftOutOf(InstrumentKey instrument) => _leftOutOf.GetValueOrDefault(instrument);

    /// <summary>The series of a point; null: there is no room for another, and the point is counted as left out.</summary>
    /// <param name="isNew">Whether it has just been made.</param>
    public StoredSeries? Of(MetricPoint point, out bool isNew)
    {
        var key = (point.Key, point.Resource.Id, point.IsDelta);
        isNew = !_series.TryGetValue(key, out var series);
        if (series is null)
        {
            var instrument = (point.Resource.Id, point.Key.Meter, point.Key.Instrument);
            var count = _counts.GetValueOrDefault(instrument);
            if (count >= limits.MaxSeriesPerInstrument || _made >= limits.MaxStoredSeries || _characters + point.Key.Tags.Length > MaximumCharacters)
            {
                isNew = false;
                LeaveOut(point, count);
                return null;
            }

            _counts[instrument] = count + 1;
            _characters += point.Key.Tags.Length;
            series = new(_made++, point.Key, point.Resource, point.Tags, point.IsDelta, point.Unit, point.Description);
            _series[key] = series;
        }

        return series;
    }

    private void LeaveOut(MetricPoint point, int count)
    {
        Interlocked.Increment(ref _leftOut);
        if (count > 0 && _leftOutOf.AddOrUpdate(new(point.Key.Resource.Service, point.Key.Meter, point.Key.Instrument), 1, static (_, points) => points + 1) == 1)
        {
            LogInstrumentFull(logger, point.Key.Instrument, point.Key.Resource.Service, count);
        }
        else if (count == 0 && !_isFull)
        {
            _isFull = true;
            LogFull(logger, _made);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "SERIES of {Instrument} of {Service}: there are {Count}, and points of more are left out, and counted as refused")]
    private static partial void LogInstrumentFull(ILogger logger, string instrument, string service, int count);

    [LoggerMessage(2, LogLevel.Warning, "SERIES: there are {Count}, and points of new instruments are left out, and counted as refused")]
    private static partial void LogFull(ILogger logger, int count);
}
