namespace LocalAws.Sqs.Queues;

/// <summary>What became of a message that another service of this cloud sent.</summary>
internal enum ServiceSend
{
    /// <summary>The queue took it.</summary>
    Sent,

    /// <summary>There is no queue of that ARN.</summary>
    NoSuchQueue,

    /// <summary>The message is longer than the queue allows, or has characters that no message may have.</summary>
    Refused,
}
