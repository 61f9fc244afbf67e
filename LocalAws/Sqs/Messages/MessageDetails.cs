namespace LocalAws.Sqs.Messages;

/// <summary>What may travel beside a body; most messages have none of it.</summary>
internal sealed record MessageDetails
{
    private static readonly IReadOnlyDictionary<string, MessageAttribute> NoAttributes = new Dictionary<string, MessageAttribute>();

    public static MessageDetails None { get; } = new();

    public IReadOnlyDictionary<string, MessageAttribute> Attributes { get; init; } = NoAttributes;

    public string? TraceHeader { get; init; }

    public string? GroupId { get; init; }

    public string? DeduplicationId { get; init; }
}
