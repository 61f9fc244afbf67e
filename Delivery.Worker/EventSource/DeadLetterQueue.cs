using System.Globalization;
using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Scenarios.Settings;

namespace Delivery.Worker.EventSource;

/// <summary>
/// Where SQS moves a message that was received too often: the queue that the source queue's redrive policy names. Its
/// messages are read and left where they are, for whoever looks into them or sends them back (StartMessageMoveTask).
/// </summary>
internal sealed class DeadLetterQueue(IAmazonSQS queues, LiveSettings settings)
{
    /// <summary>Simulated seconds within which a reading is over; after a kill its messages are visible again by themselves.</summary>
    private const int ReadingSeconds = 120;

    private const string Policy = "RedrivePolicy";
    private const string Visible = "ApproximateNumberOfMessages";

    private (string Source, string? Url)? _known;

    /// <summary>How many messages are in it; 0 if the source queue has none.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } url)
        {
            return 0;
        }

        var answer = await queues.GetQueueAttributesAsync(new GetQueueAttributesRequest { QueueUrl = url, AttributeNames = [Visible] }, cancellationToken);
        return answer.Attributes?.GetValueOrDefault(Visible) is { } text && int.TryParse(text, CultureInfo.InvariantCulture, out var count) ? count : 0;
    }

    /// <summary>Reads about <paramref name="count"/> messages and makes them visible again.</summary>
    public async Task<IReadOnlyList<QueueMessage>> ReadAsync(int count, CancellationToken cancellationToken)
    {
        List<QueueMessage> read = [];
        if (await FindAsync(cancellationToken) is not { } url)
        {
            return read;
        }

        try
        {
            while (read.Count < count)
            {
                var answer = await queues.ReceiveMessageAsync(
                    new ReceiveMessageRequest { QueueUrl = url, MaxNumberOfMessages = SourceQueue.MaximumReceive, VisibilityTimeout = ReadingSeconds },
                    cancellationToken);
                if (answer.Messages is not { Count: > 0 } messages)
                {
                    break;
                }

                read.AddRange(messages.Select(QueueMessage.Read));
            }
        }
        finally
        {
            await ReleaseAsync(url, read);
        }

        return read;
    }

    /// <summary>Forgets where it is: the source queue may have been made anew.</summary>
    public void Forget() => _known = null;

    private async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        var source = settings.Current.EventSource.QueueName;
        if (_known is { } known && known.Source == source)
        {
            return known.Url;
        }

        var sourceUrl = await queues.GetQueueUrlAsync(new GetQueueUrlRequest { QueueName = source }, cancellationToken);
        var answer = await queues.GetQueueAttributesAsync(
            new GetQueueAttributesRequest { QueueUrl = sourceUrl.QueueUrl, AttributeNames = [Policy] }, cancellationToken);
        string? url = null;
        if (answer.Attributes?.GetValueOrDefault(Policy) is { Length: > 0 } policy && NameIn(policy) is { } name)
        {
            url = (await queues.GetQueueUrlAsync(new GetQueueUrlRequest { QueueName = name }, cancellationToken)).QueueUrl;
        }

        _known = (source, url);
        return url;
    }

    private async Task ReleaseAsync(string url, IEnumerable<QueueMessage> messages)
    {
        foreach (var some in messages.Chunk(SourceQueue.MaximumReceive))
        {
            await queues.ChangeMessageVisibilityBatchAsync(new ChangeMessageVisibilityBatchRequest
            {
                QueueUrl = url,
                Entries =
                [
                    .. some.Select(static (message, index) =>
                        new ChangeMessageVisibilityBatchRequestEntry($"m{index}", message.ReceiptHandle) { VisibilityTimeout = 0 }),
                ],
            });
        }
    }

    /// <summary>The last part of the ARN that a redrive policy names.</summary>
    private static string? NameIn(string policy)
    {
        using var document = JsonDocument.Parse(policy);
        return document.RootElement.TryGetProperty("deadLetterTargetArn", out var arn) ? arn.GetString()?.Split(':')[^1] : null;
    }
}
