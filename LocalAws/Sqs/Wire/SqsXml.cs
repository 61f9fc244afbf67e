using System.Globalization;
using System.Xml.Linq;

namespace LocalAws.Sqs.Wire;

/// <summary>SQS's answers as XML of the Query protocol: the content of the result, null if there is none.</summary>
internal static class SqsXml
{
    public static IEnumerable<XElement>? Write(EmptyResponse answer) => null;

    public static IEnumerable<XElement> Write(QueueUrlResponse answer) => [new("QueueUrl", answer.QueueUrl)];

    public static IEnumerable<XElement> Write(ListQueuesResponse answer) => Urls(answer.QueueUrls ?? [], answer.NextToken);

    public static IEnumerable<XElement> Write(ListDeadLetterSourceQueuesResponse answer) => Urls(answer.QueueUrls, answer.NextToken);

    public static IEnumerable<XElement> Write(GetQueueAttributesResponse answer) => Pairs("Attribute", "Name", answer.Attributes);

    public static IEnumerable<XElement> Write(ListQueueTagsResponse answer) => Pairs("Tag", "Key", answer.Tags);

    public static IEnumerable<XElement> Write(SendMessageResponse answer) => Present(
        new XElement("MessageId", answer.MessageId),
        new XElement("MD5OfMessageBody", answer.MD5OfMessageBody),
        Optional("MD5OfMessageAttributes", answer.MD5OfMessageAttributes),
        Optional("MD5OfMessageSystemAttributes", answer.MD5OfMessageSystemAttributes),
        Optional("SequenceNumber", answer.SequenceNumber));

    public static IEnumerable<XElement> Write(ReceiveMessageResponse answer) => (answer.Messages ?? []).Select(static message =>
        new XElement("Message",
            new XElement("MessageId", message.MessageId),
            new XElement("ReceiptHandle", message.ReceiptHandle),
            new XElement("MD5OfBody", message.MD5OfBody),
            new XElement("Body", message.Body.ToString()),
            Pairs("Attribute", "Name", message.Attributes),
            Optional("MD5OfMessageAttributes", message.MD5OfMessageAttributes),
            message.MessageAttributes?.Select(static pair => Attribute(pair.Key, pair.Value))));

    public static IEnumerable<XElement> Write(BatchResponse<SendMessageBatchResultEntry> answer) => Batch(
        answer, "SendMessageBatchResultEntry", static entry => Present(
            new XElement("Id", entry.Id),
            new XElement("MessageId", entry.MessageId),
            new XElement("MD5OfMessageBody", entry.MD5OfMessageBody),
            Optional("MD5OfMessageAttributes", entry.MD5OfMessageAttributes),
            Optional("MD5OfMessageSystemAttributes", entry.MD5OfMessageSystemAttributes),
            Optional("SequenceNumber", entry.SequenceNumber)));

    public static IEnumerable<XElement> WriteDeleted(BatchResponse<BatchResultEntry> answer) =>
        Batch(answer, "DeleteMessageBatchResultEntry", static entry => [new XElement("Id", entry.Id)]);

    public static IEnumerable<XElement> WriteChanged(BatchResponse<BatchResultEntry> answer) =>
        Batch(answer, "ChangeMessageVisibilityBatchResultEntry", static entry => [new XElement("Id", entry.Id)]);

    public static IEnumerable<XElement> Write(StartMessageMoveTaskResponse answer) => [new("TaskHandle", answer.TaskHandle)];

    public static IEnumerable<XElement> Write(CancelMessageMoveTaskResponse answer) =>
        [new("ApproximateNumberOfMessagesMoved", answer.ApproximateNumberOfMessagesMoved)];

    public static IEnumerable<XElement> Write(ListMessageMoveTasksResponse answer) => answer.Results.Select(static task =>
        new XElement("ListMessageMoveTasksResultEntry", Present(
            Optional("TaskHandle", task.TaskHandle),
            new XElement("Status", task.Status),
            new XElement("SourceArn", task.SourceArn),
            Optional("DestinationArn", task.DestinationArn),
            Optional("MaxNumberOfMessagesPerSecond", task.MaxNumberOfMessagesPerSecond?.ToString(CultureInfo.InvariantCulture)),
            new XElement("ApproximateNumberOfMessagesMoved", task.ApproximateNumberOfMessagesMoved),
            new XElement("ApproximateNumberOfMessagesToMove", task.ApproximateNumberOfMessagesToMove),
            Optional("FailureReason", task.FailureReason),
            new XElement("StartedTimestamp", task.StartedTimestamp))));

    private static IEnumerable<XElement> Batch<TResult>(
        BatchResponse<TResult> answer, string name, Func<TResult, IEnumerable<XElement>> write) =>
    [
        .. answer.Successful.Select(entry => new XElement(name, write(entry))),
        .. (answer.Failed ?? []).Select(static entry => new XElement("BatchResultErrorEntry",
            new XElement("Id", entry.Id),
            new XElement("Code", entry.Code),
            new XElement("Message", entry.Message),
            new XElement("SenderFault", entry.SenderFault ? "true" : "false"))),
    ];

    private static IEnumerable<XElement> Urls(IReadOnlyList<string> urls, string? token) =>
        Present([.. urls.Select(static url => new XElement("QueueUrl", url)), Optional("NextToken", token)]);

    private static IEnumerable<XElement> Pairs(string name, string key, IReadOnlyDictionary<string, string>? pairs) =>
        (pairs ?? new Dictionary<string, string>()).Select(pair =>
            new XElement(name, new XElement(key, pair.Key), new XElement("Value", pair.Value)));

    private static XElement Attribute(string name, AttributeContract attribute) => new("MessageAttribute",
        new XElement("Name", name),
        new XElement("Value",
            new XElement("DataType", attribute.DataType),
            Optional("StringValue", attribute.StringValue),
            Optional("BinaryValue", attribute.BinaryValue is { } bytes ? Convert.ToBase64String(bytes) : null)));

    private static XElement? Optional(string name, string? value) =>
        value is null ? null : new XElement(name, value.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<XElement> Present(params IEnumerable<XElement?> elements) => elements.OfType<XElement>();
}
