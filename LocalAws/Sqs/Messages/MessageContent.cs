using System.Text;

namespace LocalAws.Sqs.Messages;

/// <summary>What a sender gives: the body, kept as its UTF-8 bytes, and what travels beside it.</summary>
internal readonly record struct MessageContent
{
    public MessageContent(string body)
        : this(Encoding.UTF8.GetBytes(body))
    {
    }

    /// <param name="body">UTF-8, not to be changed from here on.</param>
    public MessageContent(byte[] body)
    {
        Body = body;
        BodyDigest = Md5Digest.Of(body);
        Details = MessageDetails.None;
    }

    /// <summary>The body in UTF-8.</summary>
    public byte[] Body { get; }

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>MD5 of the body.</summary>
    public Md5Digest BodyDigest { get; }

    /// <summary>Message (user) attributes, by name.</summary>
    public IReadOnlyDictionary<string, MessageAttribute> Attributes => Details.Attributes;

    /// <summary>The message system attribute <c>AWSTraceHeader</c>, the only one that a sender may set.</summary>
    public string? TraceHeader
    {
        get => Details.TraceHeader;
        init => Details = value == Details.TraceHeader ? Details : Details with { TraceHeader = value };
    }

    /// <summary>The message group: FIFO queues order by it, standard queues carry it along.</summary>
    public string? GroupId
    {
        get => Details.GroupId;
        init => Details = value == Details.GroupId ? Details : Details with { GroupId = value };
    }

    /// <summary>What a FIFO queue knows duplicates by.</summary>
    public string? DeduplicationId
    {
        get => Details.DeduplicationId;
        init => Details = value == Details.DeduplicationId ? Details : Details with { DeduplicationId = value };
    }

    /// <summary>All but the body.</summary>
    public MessageDetails Details { get; init; }

    /// <summary>
    /// Bytes that count towards the queue's MaximumMessageSize: the body in UTF-8 and each attribute's name, type and
    /// value. The trace header does not count.
    /// </summary>
    public int Size => Attributes.Count == 0 ? Body.Length : Body.Length + Attributes.Sum(static attribute =>
        Encoding.UTF8.GetByteCount(attribute.Key)
        + Encoding.UTF8.GetByteCount(attribute.Value.DataType)
        + (attribute.Value.BinaryValue?.Length ?? Encoding.UTF8.GetByteCount(attribute.Value.StringValue ?? "")));

    /// <summary>The same content with <paramref name="attributes"/>.</summary>
    public MessageContent With(IReadOnlyDictionary<string, MessageAttribute> attributes) =>
        this with { Details = Details with { Attributes = attributes } };
}
