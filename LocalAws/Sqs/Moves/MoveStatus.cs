namespace LocalAws.Sqs.Moves;

/// <summary>Where a message move task stands. Its names on the wire are these in capitals.</summary>
internal enum MoveStatus
{
    /// <summary>It moves messages.</summary>
    Running,

    /// <summary>It was told to end and finishes the message that it has.</summary>
    Cancelling,

    /// <summary>It was told to end, and did.</summary>
    Cancelled,

    /// <summary>Nothing was left to move.</summary>
    Completed,

    /// <summary>A message had nowhere to go.</summary>
    Failed,
}
