using System.Collections.Concurrent;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Telemetry.Store;

/// <summary>Every series that points belong to, under a number.</summary>
internal sealed class MetricSeriesTable
{
    private readonly ConcurrentDictionary<(SeriesKey Key, int ResourceId, bool IsDelta), StoredSeries> _series = new();

    /// <summary>All series.</summary>
    public IEnumerable<StoredSeries> All => _series.Values;

    /// <summary>The series of a point.</summary>
    /// <param name="isNew">Whether it has just been made.</param>
    public StoredSeries Of(MetricPoint point, out bool isNew)
    {
        var key = (point.Key, point.Resource.Id, point.IsDelta);
        isNew = !_series.TryGetValue(key, out var series);
        if (series is null)
        {
            series = new(_series.Count, point.Key, point.Resource, point.Tags, point.IsDelta, point.Unit, point.Description);
            _series[key] = series;
        }

        return series;
    }
}
