using System.Diagnostics.Metrics;
using ServiceDefaults.Telemetry;

namespace LocalAws.Sqs.Queues;

/// <summary>What went through the queues and what they hold, by queue.</summary>
internal sealed class QueueInstruments
{
    /// <summary>The attribute that names the queue.</summary>
    public const string QueueTag = "messaging.destination.name";

    private readonly Meter _meter;

    public QueueInstruments(IMeterFactory meters) => _meter = meters.Create(LocalAwsTelemetry.Meter);

    /// <summary>Publishes what the queues of <paramref name="store"/> hold.</summary>
    public void Watch(QueueStore store)
    {
        Total(Instruments.SqsMessagesSent, "Messages sent to the queue", static queue => queue.Totals.Sent);
        Total(Instruments.SqsMessagesReceived, "Messages handed out by the queue", static queue => queue.Totals.Received);
        Total(Instruments.SqsMessagesDeleted, "Deletions that consumers asked for", static queue => queue.Totals.Deleted);
        Observe(Instruments.SqsMessagesVisible, "{message}", "Messages ready to be received", static counts => counts.Visible);
        Observe(Instruments.SqsMessagesNotVisible, "{message}", "Messages in flight", static counts => counts.InFlight);
        Observe(Instruments.SqsMessagesDelayed, "{message}", "Messages still delayed", static counts => counts.Delayed);
        Observe(Instruments.SqsAgeOfOldestMessage, "s", "Age of the oldest message", static counts => counts.AgeOfOldest.TotalSeconds);

        // Read when they are asked for: a counter would cost each message a look-up of its tags.
        void Total(string name, string description, Func<Queue, long> read) =>
            _meter.CreateObservableCounter(
                name,
                () => store.All.Select(queue => new Measurement<long>(read(queue), Tag(queue.Key.Name))),
                "{message}",
                description);

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
