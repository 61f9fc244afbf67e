using System.Diagnostics.Metrics;
using ServiceDefaults.Telemetry;

namespace LocalAws.Sqs.Queues;

/// <summary>What went through the queues, by queue.</summary>
internal sealed class QueueCounters
{
    /// <summary>The attribute that names the queue.</summary>
    public const string QueueTag = "messaging.destination.name";

    private readonly Counter<long> _sent;
    private readonly Counter<long> _received;
    private readonly Counter<long> _deleted;

    public QueueCounters(IMeterFactory meters)
    {
        var meter = meters.Create(LocalAwsTelemetry.Meter);
        _sent = meter.CreateCounter<long>(Instruments.SqsMessagesSent, "{message}", "Messages sent to the queue");
        _received = meter.CreateCounter<long>(Instruments.SqsMessagesReceived, "{message}", "Messages handed out by the queue");
        _deleted = meter.CreateCounter<long>(Instruments.SqsMessagesDeleted, "{message}", "Deletions of messages that consumers asked for");
    }

    public void Sent(string queue) => _sent.Add(1, new KeyValuePair<string, object?>(QueueTag, queue));

    public void Received(string queue, int messages) => _received.Add(messages, new KeyValuePair<string, object?>(QueueTag, queue));

    public void Deleted(string queue) => _deleted.Add(1, new KeyValuePair<string, object?>(QueueTag, queue));
}
