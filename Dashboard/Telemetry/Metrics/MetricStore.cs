namespace Dashboard.Telemetry.Metrics;

/// <summary>Every series' latest value, and its samples during a run.</summary>
/// <param name="limits">How much is held.</param>
/// <param name="continued">Counters that a process takes up again after a restart where it left them.</param>
internal sealed class MetricStore(TelemetryLimits limits, IReadOnlySet<string> continued)
{
    /// <summary>A process that has said nothing for so long may be forgotten when room is needed.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<SeriesKey, MetricSeries> _series = [];
    private readonly Dictionary<ResourceKey, DateTimeOffset> _lastExports = [];
    private IMetricWitness? _witness;
    private bool _inRun;
    private long _points;
    private long _trimmed;

    /// <summary>Series held, points taken, and points of series for which there was no room.</summary>
    public (int Series, long Points, long Trimmed) Counts
    {
        get
        {
            lock (_lock)
            {
                return (_series.Count, _points, _trimmed);
            }
        }
    }

    /// <summary>Takes a batch. One caller at a time; readers may be about.</summary>
    public void Add(IReadOnlyList<MetricPoint> batch)
    {
        lock (_lock)
        {
            foreach (var point in batch)
            {
                Apply(point);
            }

            foreach (var point in batch)
            {
                if (!_lastExports.TryGetValue(point.Key.Resource, out var last) || point.Time > last)
                {
                    _lastExports[point.Key.Resource] = point.Time;
                }
            }

            _witness?.Take(batch);
        }
    }

    /// <summary>A run begins: every counter's value now is its baseline.</summary>
    /// <param name="witness">Sees what the run is made of, until it ends; null: nobody does.</param>
    public void BeginRun(IMetricWitness? witness = null)
    {
        lock (_lock)
        {
            _inRun = true;
            ForgetSilent();
            foreach (var series in _series.Values)
            {
                series.Mark();
            }

            _witness = witness;
            _witness?.Begin([.. _series.Values.Select(series => series.Latest).OfType<MetricPoint>()]);
        }
    }

    /// <summary>A run that was begun goes on before another witness.</summary>
    public void ContinueRun(IMetricWitness witness)
    {
        lock (_lock)
        {
            _witness = witness;
        }
    }

    /// <summary>The run is over: its samples go.</summary>
    public void EndRun()
    {
        lock (_lock)
        {
            (_inRun, _witness) = (false, null);
            foreach (var series in _series.Values)
            {
                series.Trim();
            }
        }
    }

    /// <summary>Copies of the series of some instruments, with what they have since <paramref name="from"/>.</summary>
    public IReadOnlyList<SeriesReading> Read(IReadOnlySet<string> instruments, DateTimeOffset from)
    {
        lock (_lock)
        {
            return [.. _series.Values.Where(series => instruments.Contains(series.Key.Instrument)).Select(series => series.Read(from))];
        }
    }

    /// <summary>When each process last exported some of these instruments, real time. An export has all that a process has.</summary>
    public IReadOnlyDictionary<ResourceKey, DateTimeOffset> LastExports(IReadOnlySet<string> instruments)
    {
        lock (_lock)
        {
            return _series.Values.Where(series => instruments.Contains(series.Key.Instrument) && series.LastTime is not null)
                .GroupBy(series => series.Key.Resource)
                .ToDictionary(process => process.Key, process => process.Max(series => series.LastTime!.Value));
        }
    }

    private void Apply(MetricPoint point)
    {
        if (!_series.TryGetValue(point.Key, out var series))
        {
            if (_series.Count >= limits.MaxSeries && (_inRun || !ForgetSilent()))
            {
                _trimmed++;
                return;
            }

            series = Create(point);
            _series.Add(point.Key, series);
        }

        _points++;
        series.Apply(point, _lastExports.TryGetValue(point.Key.Resource, out var last) ? last : null, _inRun);
    }

    /// <returns>Whether something was forgotten.</returns>
    private bool ForgetSilent()
    {
        if (_lastExports.Count == 0)
        {
            return false;
        }

        var oldest = _lastExports.Values.Max() - Silence;
        foreach (var resource in _lastExports.Where(export => export.Value < oldest).Select(export => export.Key).ToArray())
        {
            _lastExports.Remove(resource);
        }

        var before = _series.Count;
        foreach (var key in _series.Where(series => series.Value.LastTime < oldest).Select(series => series.Key).ToArray())
        {
            _series.Remove(key);
        }

        return _series.Count < before;
    }

    private MetricSeries Create(MetricPoint point) => point.Key.Kind switch
    {
        InstrumentKind.Counter => new CounterSeries(point, limits, continued.Contains(point.Key.Instrument), FindInheritance(point)),
        InstrumentKind.Gauge => new GaugeSeries(point, limits),
        _ => new HistogramSeries(point),
    };

    /// <summary>
    /// What an earlier instance of the same service had counted, if this one goes on from there: a restarted process
    /// may come back under another instance id.
    /// </summary>
    private double FindInheritance(MetricPoint point)
    {
        var key = point.Key;
        if (!continued.Contains(key.Instrument) || point.Start is not { } start)
        {
            return 0;
        }

        return _series.Values.OfType<CounterSeries>()
            .Where(other => other.Key with { Resource = key.Resource } == key
                && other.Key.Resource.Service == key.Resource.Service
                && other.LastTime < start
                && other.Raw <= point.Value)
            .Select(other => other.Raw)
            .DefaultIfEmpty(0)
            .Max();
    }
}
