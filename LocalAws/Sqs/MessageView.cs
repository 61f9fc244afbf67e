using System.Globalization;
using LocalAws.Protocol;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs;

/// <summary>A received message as the consumer asked to see it.</summary>
internal sealed class MessageView
{
    private static readonly HashSet<string> SystemNames = new(
        [
            "All", "ApproximateFirstReceiveTimestamp", "ApproximateReceiveCount", "AWSTraceHeader", "DeadLetterQueueSourceArn",
            "MessageDeduplicationId", "MessageGroupId", "SenderId", "SentTimestamp", "SequenceNumber",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> NoNames = [];

    private readonly HashSet<string> _systemNames;
    private readonly List<string> _attributeNames;

    /// <exception cref="AwsException">A name is none of a system attribute.</exception>
    public MessageView(ReceiveMessageRequest request)
    {
        if (request is { AttributeNames: null, MessageSystemAttributeNames: null, MessageAttributeNames: null })
        {
            (_systemNames, _attributeNames) = (NoNames, []);
            return;
        }

        _systemNames = (request.AttributeNames ?? []).Concat(request.MessageSystemAttributeNames ?? [])
            .Select(static name => name is not null && SystemNames.Contains(name) ? name : throw SqsErrors.UnknownAttribute(name ?? "null"))
            .ToHashSet(StringComparer.Ordinal);
        _attributeNames = (request.MessageAttributeNames ?? []).OfType<string>().ToList();
    }

    public MessageContract Show(ReceivedMessage message)
    {
        var system = DescribeSystem(message);
        IReadOnlyDictionary<string, MessageAttribute> attributes = _attributeNames.Count == 0 || message.Content.Attributes.Count == 0
            ? MessageDetails.None.Attributes
            : message.Content.Attributes.Where(pair => IsWanted(pair.Key)).ToDictionary(StringComparer.Ordinal);
        return new MessageContract(
            message.Id.ToString(), message.Handle.ToString(), message.Content.BodyDigest.ToString(), new Utf8Text(message.Content.Body))
        {
            Attributes = system is { Count: > 0 } ? system : null,
            MD5OfMessageAttributes = AttributeDigest.OfAttributes(attributes),
            MessageAttributes = attributes.Count == 0
                ? null
                : attributes.ToDictionary(
                    static pair => pair.Key,
                    static pair => new AttributeContract
                    {
                        DataType = pair.Value.DataType,
                        StringValue = pair.Value.StringValue,
                        BinaryValue = pair.Value.BinaryValue,
                    },
                    StringComparer.Ordinal),
        };
    }

    private Dictionary<string, string>? DescribeSystem(ReceivedMessage message)
    {
        if (_systemNames.Count == 0)
        {
            return null;
        }

        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("SenderId", message.SenderId);
        Add("SentTimestamp", Milliseconds(message.SentAt));
        Add("ApproximateReceiveCount", message.ReceiveCount.ToString(CultureInfo.InvariantCulture));
        Add("ApproximateFirstReceiveTimestamp", Milliseconds(message.FirstReceivedAt));
        Add("AWSTraceHeader", message.Content.TraceHeader);
        Add("DeadLetterQueueSourceArn", message.DeadLetterSource);
        Add("MessageGroupId", message.Content.GroupId);
        Add("MessageDeduplicationId", message.Content.DeduplicationId);
        Add("SequenceNumber", message.SequenceNumber);
        return attributes;

        void Add(string name, string? value)
        {
            if (value is not null && (_systemNames.Contains(name) || _systemNames.Contains("All")))
            {
                attributes.Add(name, value);
            }
        }
    }

    /// <summary><c>All</c> and <c>.*</c> mean every attribute, <c>foo.*</c> those that begin with <c>foo.</c> or are <c>foo</c>.</summary>
    private bool IsWanted(string attribute) => _attributeNames.Exists(wanted =>
        wanted is "All" or ".*"
        || wanted == attribute
        || (wanted.EndsWith(".*", StringComparison.Ordinal) && attribute.StartsWith(wanted[..^2], StringComparison.Ordinal)));

    private static string Milliseconds(long instant) => instant.ToString(CultureInfo.InvariantCulture);
}
