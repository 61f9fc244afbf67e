using System.Collections.Concurrent;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Telemetry.Store;

/// <summary>Every series that points belong to, under a number, and bounded: a sender may give each point another attribute.</summary>
internal sealed class MetricSeriesTable(TelemetryLimits limits)
{
    private long _leftOut;
    private int _made;

    private readonly ConcurrentDictionary<(SeriesKey Key, int ResourceId, bool IsDelta), StoredSeries> _series = new();

    /// <summary>All series.</summary>
    public IEnumerable<StoredSeries> All => _series.Values;

    /// <summary>Points for whose series there was no room.</summary>
    public long LeftOut => Interlocked.Read(ref _leftOut);

    /// <summary>The series of a point; null: there is no room for another, and the point is counted as left out.</summary>
    /// <param name="isNew">Whether it has just been made.</param>
    public StoredSeries? Of(MetricPoint point, out bool isNew)
    {
        var key = (point.Key, point.Resource.Id, point.IsDelta);
        isNew = !_series.TryGetValue(key, out var series);
        if (series is null)
        {
            var count = _made;
            if (count >= limits.MaxStoredSeries)
            {
                isNew = false;
                Interlocked.Increment(ref _leftOut);
                return null;
            }

            _made++;
            series = new(count, point.Key, point.Resource, point.Tags, point.IsDelta, point.Unit, point.Description);
            _series[key] = series;
        }

        return series;
    }
}
