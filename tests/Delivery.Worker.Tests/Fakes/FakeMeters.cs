using System.Diagnostics.Metrics;

namespace Delivery.Worker.Tests.Fakes;

/// <summary>Meters whose instruments can be read back by name.</summary>
internal sealed class FakeMeters : IMeterFactory
{
    private readonly List<Meter> _meters = [];
    private readonly Dictionary<string, double> _sums = new(StringComparer.Ordinal);
    private readonly List<string> _observed = [];
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();

    public FakeMeters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (_meters.Contains(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Note(instrument, value));
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Note(instrument, value));
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Note(instrument, value));
        _listener.Start();
    }

    /// <summary>The sum of a counter or of what a histogram recorded; the value of an observable instrument now, over all its attributes.</summary>
    public double this[string instrument]
    {
        get
        {
            lock (_lock)
            {
                _observed.ForEach(name => _sums.Remove(name));
                _observed.Clear();
                _listener.RecordObservableInstruments();
                return _sums.GetValueOrDefault(instrument);
            }
        }
    }

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.ForEach(meter => meter.Dispose());
    }

    private void Note(Instrument instrument, double value)
    {
        lock (_lock)
        {
            _sums[instrument.Name] = _sums.GetValueOrDefault(instrument.Name) + value;
            if (instrument.IsObservable)
            {
                _observed.Add(instrument.Name);
            }
        }
    }
}
