using LocalAws.Protocol;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Wire;

/// <summary>SQS's requests as parameters of the Query protocol.</summary>
internal static class SqsQuery
{
    public static CreateQueueRequest CreateQueue(QueryParameters parameters, CallContext call)
    {
        RefuseAtQueue("CreateQueue", call);
        return new()
        {
            QueueName = parameters.Find("QueueName"),
            Attributes = Pairs(parameters, "Attribute", "Name"),
            Tags = Pairs(parameters, "Tag", "Key"),
        };
    }

    public static GetQueueUrlRequest GetQueueUrl(QueryParameters parameters, CallContext call) => new()
    {
        QueueName = parameters.Find("QueueName"),
        QueueOwnerAWSAccountId = parameters.Find("QueueOwnerAWSAccountId"),
    };

    public static ListQueuesRequest ListQueues(QueryParameters parameters, CallContext call)
    {
        RefuseAtQueue("ListQueues", call);
        return new()
        {
            QueueNamePrefix = parameters.Find("QueueNamePrefix"),
            MaxResults = parameters.FindNumber("MaxResults"),
            NextToken = parameters.Find("NextToken"),
        };
    }

    public static ListDeadLetterSourceQueuesRequest ListDeadLetterSourceQueues(QueryParameters parameters, CallContext call) => new()
    {
        QueueUrl = Url(parameters, call),
        MaxResults = parameters.FindNumber("MaxResults"),
        NextToken = parameters.Find("NextToken"),
    };

    public static QueueRequest Queue(QueryParameters parameters, CallContext call) => new() { QueueUrl = Url(parameters, call) };

    public static GetQueueAttributesRequest GetQueueAttributes(QueryParameters parameters, CallContext call) => new()
    {
        QueueUrl = Url(parameters, call),
        AttributeNames = Values(parameters, "AttributeName"),
    };

    public static SetQueueAttributesRequest SetQueueAttributes(QueryParameters parameters, CallContext call) => new()
    {
        QueueUrl = Url(parameters, call),
        Attributes = Pairs(parameters, "Attribute", "Name"),
    };

    public static TagQueueRequest TagQueue(QueryParameters parameters, CallContext call) => new()
    {
        QueueUrl = Url(parameters, call),
        Tags = Pairs(parameters, "Tag", "Key"),
    };

    public static UntagQueueRequest UntagQueue(QueryParameters parameters, CallContext call) => new()
    {
        QueueUrl = Url(parameters, call),
        TagKeys = Values(parameters, "TagKey"),
    };

    public static AddPermissionRequest AddPermission(QueryParameters parameters, CallContext call) => new()
    {
        QueueUrl = Url(parameters, call),
        Label = parameters.Find("Label"),
        AWSAccountIds = Values(parameters, "AWSAccountId"),
        Actions = Values(parameters, "ActionName"),
    };

    public static RemovePermissionRequest RemovePermission(QueryParameters parameters, CallContext call) => new()
    {
        QueueUrl = Url(parameters, call),
        Label = parameters.Find("Label"),
    };

    public static StartMessageMoveTaskRequest StartMessageMoveTask(QueryParameters parameters, CallContext call) => new()
    {
        SourceArn = parameters.Find("SourceArn"),
        DestinationArn = parameters.Find("DestinationArn"),
        MaxNumberOfMessagesPerSecond = parameters.FindNumber("MaxNumberOfMessagesPerSecond"),
    };

    public static ListMessageMoveTasksRequest ListMessageMoveTasks(QueryParameters parameters, CallContext call) => new()
    {
        SourceArn = parameters.Find("SourceArn"),
        MaxResults = parameters.FindNumber("MaxResults"),
    };

    public static CancelMessageMoveTaskRequest CancelMessageMoveTask(QueryParameters parameters, CallContext call) =>
        new() { TaskHandle = parameters.Find("TaskHandle") };

    public static SendMessageRequest SendMessage(QueryParameters parameters, CallContext call) => new()
    {
        QueueUrl = Url(parameters, call),
        MessageBody = Utf8Text.Of(parameters.Find("MessageBody")),
        DelaySeconds = parameters.FindNumber("DelaySeconds"),
        MessageAttributes = Attributes(parameters, "MessageAttribute"),
        MessageSystemAttributes = Attributes(parameters, "MessageSystemAttribute"),
        MessageGroupId = parameters.Find("MessageGroupId"),
        MessageDeduplicationId = parameters.Find("MessageDeduplicationId"),
    };

    public static BatchRequest<SendMessageBatchRequestEntry> SendMessageBatch(QueryParameters parameters, CallContext call) =>
        Batch(parameters, call, nameof(SendMessageBatchRequestEntry), static entry => new SendMessageBatchRequestEntry
        {
            Id = entry.Find("Id"),
            MessageBody = Utf8Text.Of(entry.Find("MessageBody")),
            DelaySeconds = entry.FindNumber("DelaySeconds"),
            MessageAttributes = Attributes(entry, "MessageAttribute"),
            MessageSystemAttributes = Attributes(entry, "MessageSystemAttribute"),
            MessageGroupId = entry.Find("MessageGroupId"),
            MessageDeduplicationId = entry.Find("MessageDeduplicationId"),
        });

    public static ReceiveMessageRequest ReceiveMessage(QueryParameters parameters, CallContext call) => new()
    {
        QueueUrl = Url(parameters, call),
        MaxNumberOfMessages = parameters.FindNumber("MaxNumberOfMessages"),
        WaitTimeSeconds = parameters.FindNumber("WaitTimeSeconds"),
        VisibilityTimeout = parameters.FindNumber("VisibilityTimeout"),
        AttributeNames = Values(parameters, "AttributeName"),
        MessageSystemAttributeNames = Values(parameters, "MessageSystemAttributeName"),
        MessageAttributeNames = Values(parameters, "MessageAttributeName"),
        ReceiveRequestAttemptId = parameters.Find("ReceiveRequestAttemptId"),
    };

    public static DeleteMessageRequest DeleteMessage(QueryParameters parameters, CallContext call) => new()
    {
        QueueUrl = Url(parameters, call),
        ReceiptHandle = parameters.Find("ReceiptHandle"),
    };

    public static BatchRequest<DeleteMessageBatchRequestEntry> DeleteMessageBatch(QueryParameters parameters, CallContext call) =>
        Batch(parameters, call, nameof(DeleteMessageBatchRequestEntry), static entry => new DeleteMessageBatchRequestEntry
        {
            Id = entry.Find("Id"),
            ReceiptHandle = entry.Find("ReceiptHandle"),
        });

    public static ChangeMessageVisibilityRequest ChangeMessageVisibility(QueryParameters parameters, CallContext call) => new()
    {
        QueueUrl = Url(parameters, call),
        ReceiptHandle = parameters.Find("ReceiptHandle"),
        VisibilityTimeout = parameters.FindNumber("VisibilityTimeout"),
    };

    public static BatchRequest<ChangeMessageVisibilityBatchRequestEntry> ChangeMessageVisibilityBatch(
        QueryParameters parameters, CallContext call) =>
        Batch(parameters, call, nameof(ChangeMessageVisibilityBatchRequestEntry), static entry =>
            new ChangeMessageVisibilityBatchRequestEntry
            {
                Id = entry.Find("Id"),
                ReceiptHandle = entry.Find("ReceiptHandle"),
                VisibilityTimeout = entry.FindNumber("VisibilityTimeout"),
            });

    /// <summary>A queue's URL answers what is asked of that queue alone.</summary>
    private static void RefuseAtQueue(string action, CallContext call)
    {
        if (QueueKey.FromUrl(call.Path, call.Region) is not null)
        {
            throw QueryWire.UnknownAction(action);
        }
    }

    /// <summary>The parameter, or the path that was posted to.</summary>
    private static string? Url(QueryParameters parameters, CallContext call) =>
        parameters.Find("QueueUrl") ?? (call.Path.Trim('/').Length > 0 ? call.Path : null);

    private static BatchRequest<TEntry> Batch<TEntry>(
        QueryParameters parameters, CallContext call, string name, Func<QueryParameters, TEntry> read)
        where TEntry : class, IBatchEntry =>
        new() { QueueUrl = Url(parameters, call), Entries = [.. parameters.Items(name).Select(read)] };

    private static List<string?> Values(QueryParameters parameters, string name) =>
        [.. parameters.Items(name).Select(static item => item.Find(""))];

    private static Dictionary<string, string?> Pairs(QueryParameters parameters, string name, string key)
    {
        var pairs = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var item in parameters.Items(name))
        {
            pairs[item.Require(key)] = item.Require("Value");
        }

        return pairs;
    }

    private static Dictionary<string, AttributeContract?> Attributes(QueryParameters parameters, string name)
    {
        var attributes = new Dictionary<string, AttributeContract?>(StringComparer.Ordinal);
        foreach (var item in parameters.Items(name))
        {
            attributes[item.Require("Name")] = new AttributeContract
            {
                DataType = item.Find("Value.DataType"),
                StringValue = item.Find("Value.StringValue"),
                BinaryValue = item.Find("Value.BinaryValue") is { } text ? Binary(text) : null,
            };
        }

        return attributes;
    }

    private static byte[] Binary(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw new AwsException("MalformedInput", "A binary value must be Base64.");
        }
    }
}
