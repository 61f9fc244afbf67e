namespace LocalAws.Sqs.Queues;

/// <summary>What a message went through since it was sent. Most of those that wait in a queue have none. Times are Unix milliseconds.</summary>
internal sealed class MessagePast
{
    public long ArrivedAt { get; set; }

    public string? DeadLetterSource { get; set; }

    public int ReceiveCount { get; set; }

    public long FirstReceivedAt { get; set; }

    public long Receipt { get; set; }

    public long ReceivedAt { get; set; }
}
