namespace LocalAws.Sqs.Queues;

/// <summary>Where a message stands.</summary>
internal enum MessageState
{
    /// <summary>Sent, and hidden for its delay.</summary>
    Delayed,

    /// <summary>Ready to be received.</summary>
    Visible,

    /// <summary>Received, and hidden until it is deleted or its visibility timeout ends.</summary>
    InFlight,
}
