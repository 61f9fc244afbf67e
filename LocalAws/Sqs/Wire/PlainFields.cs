namespace LocalAws.Sqs.Wire;

/// <summary>The fields that a <see cref="PlainRequest"/> or an entry of it may have.</summary>
[Flags]
internal enum PlainFields
{
    None = 0,
    QueueUrl = 1,
    MessageBody = 1 << 1,
    MessageGroupId = 1 << 2,
    MessageDeduplicationId = 1 << 3,
    ReceiptHandle = 1 << 4,
    MaxNumberOfMessages = 1 << 5,
    WaitTimeSeconds = 1 << 6,
    VisibilityTimeout = 1 << 7,
    Entries = 1 << 8,
    Id = 1 << 9,

    /// <summary>What makes a message.</summary>
    Message = MessageBody | MessageGroupId | MessageDeduplicationId,
}
