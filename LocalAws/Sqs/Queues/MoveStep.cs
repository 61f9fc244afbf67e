namespace LocalAws.Sqs.Queues;

/// <summary>What became of one message that a task was to move.</summary>
internal enum MoveStep
{
    /// <summary>It is where it belongs.</summary>
    Moved,

    /// <summary>The queue that it belongs to is not known or does not exist: it stays.</summary>
    NoTarget,
}
