using System.Diagnostics.Metrics;
using ServiceDefaults.Telemetry;

namespace LocalAws.Sqs.Queues;

/// <summary>What went through the queues and what they hold, by queue.</summary>
internal sealed class QueueInstruments
{
    /// <summary>The attribute that names the queue.</summary>
    public const string QueueTag = "messaging.destination.name";

    private readonly Meter _meter;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _received;
    private readonly Counter<long> _deleted;

    public QueueInstruments(IMeterFactory meters)
    {
        _meter = meters.Create(LocalAwsTelemetry.Meter);
        _sent = _meter.CreateCounter<long>(Instruments.SqsMessagesSent, "{message}", "Messages sent to the queue");
        _received = _meter.CreateCounter<long>(Instruments.SqsMessagesReceived, "{message}", "Messages handed out by the queue");
        _deleted = _meter.CreateCounter<long>(Instruments.SqsMessagesDeleted, "{message}", "Deletions that consumers asked for");
    }

    public void Sent(string queue) => _sent.Add(1, Tag(queue));

    public void Received(string queue, int messages) => _received.Add(messages, Tag(queue));

    public void Deleted(string queue) => _deleted.Add(1, Tag(queue));

    /// <summary>Publishes what the queues of <paramref name="store"/> hold.</summary>
    public void Watch(QueueStore store)
    {
        Observe(Instruments.SqsMessagesVisible, "{message}", "Messages ready to be received", static counts => counts.Visible);
        Observe(Instruments.SqsMessagesNotVisible, "{message}", "Messages in flight", static counts => counts.InFlight);
        Observe(Instruments.SqsMessagesDelayed, "{message}", "Messages still delayed", static counts => counts.Delayed);
        Observe(Instruments.SqsAgeOfOldestMessage, "s", "Age of the oldest message", static counts => counts.AgeOfOldest.TotalSeconds);

        void Observe<T>(string name, string unit, string description, Func<QueueCounts, T> read)
            where T : struct =>
            _meter.CreateObservableGauge(
                name,
                () => store.All.Select(queue => new Measurement<T>(read(queue.Count()), Tag(queue.Key.Name))),
                unit,
                description);
    }

    private static KeyValuePair<string, object?> Tag(string queue) => new(QueueTag, queue);
}
