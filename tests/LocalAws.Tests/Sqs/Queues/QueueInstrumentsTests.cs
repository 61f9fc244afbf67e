using System.Diagnostics.Metrics;
using LocalAws.Sqs.Queues;
using ServiceDefaults.Telemetry;

namespace LocalAws.Tests.Sqs.Queues;

public sealed class QueueInstrumentsTests : IDisposable
{
    private readonly Queues _queues = new();
    private readonly MeterListener _listener = new();
    private readonly Dictionary<(string Instrument, string Queue), double> _values = [];

    public QueueInstrumentsTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == LocalAwsTelemetry.Meter && instrument.Meter.Scope == _queues.Meters)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => _values[Key(instrument, tags)] = value);
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _values[Key(instrument, tags)] = value);
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _values[Key(instrument, tags)] = value);
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _queues.Dispose();
    }

    [Fact]
    public void Gauges_TellWhatEachQueueHolds()
    {
        var queue = _queues.Create(attributes: ("DelaySeconds", "10"));
        _queues.Create("empty");
        queue.Send("in flight");
        queue.Send("visible");
        _queues.Clock.Advance(TimeSpan.FromSeconds(10));
        queue.Receive(1);
        queue.Send("delayed");

        _listener.RecordObservableInstruments();

        _values[(Instruments.SqsMessagesVisible, "orders")].ShouldBe(1);
        _values[(Instruments.SqsMessagesNotVisible, "orders")].ShouldBe(1);
        _values[(Instruments.SqsMessagesDelayed, "orders")].ShouldBe(1);
        _values[(Instruments.SqsAgeOfOldestMessage, "orders")].ShouldBe(10);
        _values[(Instruments.SqsMessagesVisible, "empty")].ShouldBe(0);
        _values[(Instruments.SqsAgeOfOldestMessage, "empty")].ShouldBe(0);
    }

    [Fact]
    public void Counters_CountWhatWentThrough()
    {
        var queue = _queues.Create();
        queue.Send("1");
        queue.Send("2");
        queue.Send("3");
        var received = queue.Receive();
        queue.Delete(received[0].Handle);

        _listener.RecordObservableInstruments();

        _values[(Instruments.SqsMessagesSent, "orders")].ShouldBe(3);
        _values[(Instruments.SqsMessagesReceived, "orders")].ShouldBe(3);
        _values[(Instruments.SqsMessagesDeleted, "orders")].ShouldBe(1);
    }

    private static (string Instrument, string Queue) Key(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        (instrument.Name, (string)tags.ToArray().Single(tag => tag.Key == QueueInstruments.QueueTag).Value!);
}
