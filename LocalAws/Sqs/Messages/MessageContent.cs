using System.Text;

namespace LocalAws.Sqs.Messages;

/// <summary>What a sender gives: the body and what travels beside it.</summary>
internal sealed record MessageContent(string Body)
{
    private static readonly IReadOnlyDictionary<string, MessageAttribute> NoAttributes = new Dictionary<string, MessageAttribute>();

    /// <summary>Message (user) attributes, by name.</summary>
    public IReadOnlyDictionary<string, MessageAttribute> Attributes { get; init; } = NoAttributes;

    /// <summary>The message system attribute <c>AWSTraceHeader</c>, the only one that a sender may set.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>The message group, which standard queues carry along.</summary>
    public string? GroupId { get; init; }

    /// <summary>MD5 of the body, lower-case hexadecimal.</summary>
    public string BodyDigest { get; } = AttributeDigest.OfBody(Body);

    /// <summary>
    /// Bytes that count towards the queue's MaximumMessageSize: the body in UTF-8 and each attribute's name, type and
    /// value. The trace header does not count.
    /// </summary>
    public int Size { get; private init; } = Encoding.UTF8.GetByteCount(Body);

    /// <summary>The same content with <paramref name="attributes"/>.</summary>
    public MessageContent With(IReadOnlyDictionary<string, MessageAttribute> attributes) => this with
    {
        Attributes = attributes,
        Size = Encoding.UTF8.GetByteCount(Body) + attributes.Sum(static attribute =>
            Encoding.UTF8.GetByteCount(attribute.Key)
            + Encoding.UTF8.GetByteCount(attribute.Value.DataType)
            + (attribute.Value.BinaryValue?.Length ?? Encoding.UTF8.GetByteCount(attribute.Value.StringValue ?? ""))),
    };
}
