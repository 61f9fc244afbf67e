using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Wire;

/// <summary>What a <see cref="PlainRequest"/> says of one message.</summary>
internal struct PlainEntry
{
    /// <summary>Where its id stands in the request.</summary>
    public Range Id { get; set; }

    /// <summary>Null: there is none.</summary>
    public byte[]? Body { get; set; }

    public string? GroupId { get; set; }

    public string? DeduplicationId { get; set; }

    /// <summary>Null: there is none.</summary>
    public ReceiptHandle? Handle { get; set; }
}
