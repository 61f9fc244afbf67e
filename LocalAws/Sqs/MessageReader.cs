using System.Globalization;
using System.Text;
using LocalAws.Protocol;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs;

/// <summary>Reads and checks what a sender gives.</summary>
internal static class MessageReader
{
    private const string TraceHeader = "AWSTraceHeader";
    private const int MaximumDelay = 900;
    private const int MaximumGroupLength = 128;

    /// <exception cref="AwsException">The message is refused.</exception>
    public static MessageContent Read(IMessageContract message, int maximumSize)
    {
        var content = new MessageContent(message.MessageBody ?? throw SqsErrors.Missing("MessageBody"))
        {
            TraceHeader = ReadTraceHeader(message.MessageSystemAttributes),
            GroupId = ReadGroup(message),
        };
        if (message.MessageAttributes is { Count: > 0 } attributes)
        {
            content = content.With(attributes.ToDictionary(
                static pair => pair.Key, static pair => ReadAttribute(pair.Key, pair.Value), StringComparer.Ordinal));
        }

        return MessageRules.FindFault(content, maximumSize) is { } fault ? throw fault : content;
    }

    /// <summary>The delay that the sender asks for; null: the queue's own.</summary>
    /// <exception cref="AwsException">It is out of range.</exception>
    public static TimeSpan? ReadDelay(IMessageContract message) => message.DelaySeconds switch
    {
        null => null,
        >= 0 and <= MaximumDelay and var seconds => TimeSpan.FromSeconds(seconds),
        var seconds => throw SqsErrors.Parameter(
            seconds.Value.ToString(CultureInfo.InvariantCulture), "DelaySeconds", $"DelaySeconds must be >= 0 and <= {MaximumDelay}."),
    };

    /// <summary>Bytes that an entry counts for in its batch, whether or not it is fine.</summary>
    public static int SizeOf(IMessageContract message) =>
        Bytes(message.MessageBody)
        + (message.MessageAttributes ?? []).Sum(static pair =>
            Bytes(pair.Key) + Bytes(pair.Value?.DataType) + (pair.Value?.BinaryValue?.Length ?? Bytes(pair.Value?.StringValue)));

    /// <summary>MD5 over the system attributes; null: there are none.</summary>
    public static string? SystemDigest(MessageContent content) => content.TraceHeader is null
        ? null
        : AttributeDigest.OfAttributes(new Dictionary<string, MessageAttribute> { [TraceHeader] = new("String", content.TraceHeader) });

    private static int Bytes(string? text) => Encoding.UTF8.GetByteCount(text ?? "");

    private static MessageAttribute ReadAttribute(string name, AttributeContract? attribute) =>
        attribute?.DataType is { Length: > 0 } type
            ? new MessageAttribute(type, attribute.StringValue, attribute.BinaryValue)
            : throw SqsErrors.Parameter($"The message attribute '{name}' must contain non-empty message attribute type.");

    private static string? ReadTraceHeader(Dictionary<string, AttributeContract?>? attributes)
    {
        foreach (var (name, attribute) in attributes ?? [])
        {
            if (name != TraceHeader)
            {
                throw SqsErrors.Parameter($"Message system attribute name '{name}' is invalid.");
            }

            if (attribute is not { DataType: "String", StringValue.Length: > 0 })
            {
                throw SqsErrors.Parameter($"Message system attribute '{name}' must contain a non-empty value of type 'String'.");
            }

            return attribute.StringValue;
        }

        return null;
    }

    private static string? ReadGroup(IMessageContract message)
    {
        if (message.MessageDeduplicationId is { } deduplication)
        {
            throw SqsErrors.Parameter(
                deduplication, "MessageDeduplicationId", "The request include parameter that is not valid for this queue type.");
        }

        // Standard queues carry a group along ("fair queues") and do not order by it.
        if (message.MessageGroupId is { } group
            && (group.Length is 0 or > MaximumGroupLength || !group.All(static letter => letter is > ' ' and <= '~')))
        {
            throw SqsErrors.Parameter(
                group,
                "MessageGroupId",
                $"MessageGroupId can only include alphanumeric and punctuation characters. 1 to {MaximumGroupLength} in length.");
        }

        return message.MessageGroupId;
    }
}
