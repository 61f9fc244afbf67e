using System.Collections.Concurrent;
using System.Globalization;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Delivery.Worker.Tests.Fakes;

/// <summary>A source queue with a redrive policy, and the dead-letter queue that it names.</summary>
internal sealed class FakeDeadLetters() : AmazonSQSClient(new AnonymousAWSCredentials(), new AmazonSQSConfig { ServiceURL = "http://127.0.0.1:1" })
{
    public const string Source = "sls-observe-delivery";

    private readonly ConcurrentDictionary<string, Message> _visible = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Message> _hidden = new(StringComparer.Ordinal);

    public string? RedrivePolicy { get; set; } = """{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:000000000000:dead","maxReceiveCount":10}""";

    public int Visible => _visible.Count;

    public int Receives { get; private set; }

    public int FailingCalls { get; set; }

    public void Put(string id, string body) => _visible[id] = new Message { MessageId = id, ReceiptHandle = id, Body = body };

    public override Task<GetQueueUrlResponse> GetQueueUrlAsync(GetQueueUrlRequest request, CancellationToken cancellationToken = default) =>
        FailingCalls-- > 0
            ? Task.FromException<GetQueueUrlResponse>(new QueueDoesNotExistException("Not yet."))
            : Task.FromResult(new GetQueueUrlResponse { QueueUrl = "http://queue/" + request.QueueName });

    public override Task<GetQueueAttributesResponse> GetQueueAttributesAsync(GetQueueAttributesRequest request, CancellationToken cancellationToken = default)
    {
        var attributes = new Dictionary<string, string>();
        if (request.QueueUrl == "http://queue/dead")
        {
            attributes["ApproximateNumberOfMessages"] = _visible.Count.ToString(CultureInfo.InvariantCulture);
        }
        else if (RedrivePolicy is { } policy)
        {
            attributes["RedrivePolicy"] = policy;
        }

        return Task.FromResult(new GetQueueAttributesResponse { Attributes = attributes });
    }

    public override Task<ReceiveMessageResponse> ReceiveMessageAsync(ReceiveMessageRequest request, CancellationToken cancellationToken = default)
    {
        request.QueueUrl.ShouldBe("http://queue/dead");
        Receives++;
        List<Message> messages = [.. _visible.Values.Take(request.MaxNumberOfMessages ?? 1)];
        foreach (var message in messages)
        {
            _visible.TryRemove(message.MessageId, out _);
            _hidden[message.ReceiptHandle] = message;
        }

        return Task.FromResult(new ReceiveMessageResponse { Messages = messages });
    }

    public override Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(
        ChangeMessageVisibilityBatchRequest request, CancellationToken cancellationToken = default)
    {
        foreach (var entry in request.Entries)
        {
            entry.VisibilityTimeout.ShouldBe(0);
            _hidden.TryRemove(entry.ReceiptHandle, out var message).ShouldBeTrue();
            _visible[message!.MessageId] = message;
        }

        return Task.FromResult(new ChangeMessageVisibilityBatchResponse());
    }
}
