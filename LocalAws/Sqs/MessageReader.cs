using System.Globalization;
using System.Text;
using LocalAws.Protocol;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs;

/// <summary>Reads and checks what a sender gives.</summary>
internal static class MessageReader
{
    private const string TraceHeader = "AWSTraceHeader";
    private const int MaximumDelay = 900;

    /// <exception cref="AwsException">The message is refused.</exception>
    public static MessageContent Read(IMessageContract message, QueueSettings queue)
    {
        var content = new MessageContent(message.MessageBody?.Bytes ?? throw SqsErrors.Missing("MessageBody"))
        {
            TraceHeader = ReadTraceHeader(message.MessageSystemAttributes),
            GroupId = message.MessageGroupId,
            DeduplicationId = message.MessageDeduplicationId,
        };
        if (message.MessageAttributes is { Count: > 0 } attributes)
        {
            content = content.With(attributes.ToDictionary(
                static pair => pair.Key, static pair => ReadAttribute(pair.Key, pair.Value), StringComparer.Ordinal));
        }

        return MessageRules.Complete(content, queue);
    }

    /// <summary>The delay that the sender asks for; null: the queue's own.</summary>
    /// <exception cref="AwsException">It is out of range.</exception>
    public static TimeSpan? ReadDelay(IMessageContract message, QueueSettings queue) => message.DelaySeconds switch
    {
        null => null,
        // Within a FIFO queue one delay holds for all messages; zero is no delay of its own.
        0 when queue.IsFifo => null,
        > 0 and <= MaximumDelay and var seconds when queue.IsFifo => throw SqsErrors.Parameter(
            seconds.ToString(CultureInfo.InvariantCulture),
            "DelaySeconds",
            "The request include parameter that is not valid for this queue type."),
        >= 0 and <= MaximumDelay and var seconds => TimeSpan.FromSeconds(seconds),
        var seconds => throw SqsErrors.Parameter(
            seconds.Value.ToString(CultureInfo.InvariantCulture), "DelaySeconds", $"DelaySeconds must be >= 0 and <= {MaximumDelay}."),
    };

    /// <summary>Bytes that an entry counts for in its batch, whether or not it is fine.</summary>
    public static int SizeOf(IMessageContract message) =>
        (message.MessageBody?.Bytes.Length ?? 0)
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
}
