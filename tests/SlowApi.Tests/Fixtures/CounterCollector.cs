using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace SlowApi.Tests.Fixtures;

/// <summary>Adds up one host's counters, by name and tag values, and reads its gauges.</summary>
internal sealed class CounterCollector : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _sums = new();
    private readonly ConcurrentDictionary<string, double> _observed = new();

    public CounterCollector(IServiceProvider host)
    {
        var scope = host.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, scope))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var key = string.Join(' ', [instrument.Name, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]);
            _sums.AddOrUpdate(key, value, (_, sum) => sum + value);
        });
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => _observed[instrument.Name] = value);
        _listener.Start();
    }

    public long this[string key] => _sums.GetValueOrDefault(key);

    /// <summary>Reads a gauge now.</summary>
    public double Observe(string gauge)
    {
        _listener.RecordObservableInstruments();
        return _observed[gauge];
    }

    public void Dispose() => _listener.Dispose();
}
