namespace LocalAws.Sqs.Queues;

/// <summary>What a change of a message's visibility timeout came to.</summary>
internal enum VisibilityOutcome
{
    /// <summary>The message is hidden for the new time, from now on.</summary>
    Changed,

    /// <summary>The queue has no such message (any more).</summary>
    NoSuchMessage,

    /// <summary>The message is visible, its timeout being over, and stays so.</summary>
    NotInFlight,

    /// <summary>It would be hidden for more than twelve hours from its receive.</summary>
    BeyondLimit,
}
