using System.Collections.Concurrent;
using Amazon.SQS;
using Amazon.SQS.Model;
using Scenarios.Settings;

namespace Delivery.Worker.EventSource;

/// <summary>The queue that the event source mapping reads.</summary>
internal sealed class SourceQueue(IAmazonSQS queues, LiveSettings settings)
{
    /// <summary>Messages that one receive call returns at most (API_ReceiveMessage).</summary>
    public const int MaximumReceive = 10;

    private readonly ConcurrentDictionary<string, string> _urls = new(StringComparer.Ordinal);

    /// <summary>Receives up to <paramref name="count"/> messages, waiting for the first one as long as the settings say.</summary>
    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int count, CancellationToken cancellationToken)
    {
        var answer = await queues.ReceiveMessageAsync(
            new ReceiveMessageRequest
            {
                QueueUrl = await GetUrlAsync(cancellationToken),
                MaxNumberOfMessages = Math.Min(count, MaximumReceive),
                WaitTimeSeconds = settings.Current.EventSource.WaitTimeSeconds,
                MessageSystemAttributeNames = [.. QueueMessage.AttributeNames],
            },
            cancellationToken);
        return [.. (answer.Messages ?? []).Select(QueueMessage.Read)];
    }

    /// <summary>Deletes messages that were delivered. Those that SQS does not delete are received again.</summary>
    public async Task DeleteAsync(IReadOnlyList<QueueMessage> messages)
    {
        var url = await GetUrlAsync(CancellationToken.None);
        if (messages is [var only])
        {
            await queues.DeleteMessageAsync(new DeleteMessageRequest { QueueUrl = url, ReceiptHandle = only.ReceiptHandle });
        }
        else if (messages.Count > 0)
        {
            await queues.DeleteMessageBatchAsync(new DeleteMessageBatchRequest
            {
                QueueUrl = url,
                Entries = [.. messages.Select((message, index) => new DeleteMessageBatchRequestEntry($"m{index}", message.ReceiptHandle))],
            });
        }
    }

    /// <summary>Makes messages visible again at once: this service stops and has not worked on them.</summary>
    public async Task ReleaseAsync(IReadOnlyList<QueueMessage> messages)
    {
        var url = await GetUrlAsync(CancellationToken.None);
        foreach (var message in messages)
        {
            await queues.ChangeMessageVisibilityAsync(
                new ChangeMessageVisibilityRequest { QueueUrl = url, ReceiptHandle = message.ReceiptHandle, VisibilityTimeout = 0 });
        }
    }

    /// <summary>Forgets the queue's URL: it may have been made anew.</summary>
    public void Forget() => _urls.Clear();

    private async ValueTask<string> GetUrlAsync(CancellationToken cancellationToken)
    {
        var name = settings.Current.EventSource.QueueName;
        if (!_urls.TryGetValue(name, out var url))
        {
            var answer = await queues.GetQueueUrlAsync(new GetQueueUrlRequest { QueueName = name }, cancellationToken);
            _urls[name] = url = answer.QueueUrl;
        }

        return url;
    }
}
