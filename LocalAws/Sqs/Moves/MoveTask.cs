using System.Text;
using System.Text.Json;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Moves;

/// <summary>
/// A message move task: moves what a dead-letter queue has, as new messages, to one queue or each message to where it came
/// from. It lives as long as the process; what it moved stays moved.
/// </summary>
internal sealed class MoveTask(Queue source, string? destinationArn, int? rate, DateTimeOffset startedAt) : IDisposable
{
    /// <summary>Messages that are moved at a time without a rate, before others get a turn.</summary>
    private const int Stretch = 100;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _cancellation = new();
    private long _moved;

    public string Id { get; } = MessageIds.Next().ToString();

    public string SourceArn => source.Arn;

    /// <summary>Null: each message goes to where it came from.</summary>
    public string? DestinationArn => destinationArn;

    /// <summary>Messages a second at most; null: as fast as it goes.</summary>
    public int? Rate => rate;

    public DateTimeOffset StartedAt => startedAt;

    public MoveStatus Status { get; private set; } = MoveStatus.Running;

    /// <summary>Why it failed, in SQS's words.</summary>
    public string? FailureReason { get; private set; }

    public long Moved => Interlocked.Read(ref _moved);

    /// <summary>How many there were to move when it began.</summary>
    public long ToMove { get; } = source.Count().Visible;

    public bool IsActive => Status is MoveStatus.Running or MoveStatus.Cancelling;

    /// <summary>What names the task, as SQS makes it: Base64 of the task's id and the source's ARN as JSON.</summary>
    public string Handle => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{"taskId":"{{Id}}","sourceArn":"{{JsonEncodedText.Encode(SourceArn)}}"}"""));

    /// <summary>Ends it before the next message.</summary>
    public void Cancel()
    {
        Status = MoveStatus.Cancelling;
        _cancellation.Cancel();
    }

    /// <summary>Moves until there is nothing left, it is cancelled, or a message has nowhere to go.</summary>
    public async Task RunAsync(Func<string, Queue?> findQueue, TimeProvider clock)
    {
        try
        {
            await MoveAsync(findQueue, clock);
        }
        catch (OperationCanceledException)
        {
            Status = MoveStatus.Cancelled;
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose() => _cancellation.Dispose();

    private async Task MoveAsync(Func<string, Queue?> findQueue, TimeProvider clock)
    {
        while (!_cancellation.IsCancellationRequested)
        {
            for (var count = 0; count < (rate ?? Stretch) && !_cancellation.IsCancellationRequested; count++)
            {
                var step = source.MoveNext(message => (destinationArn ?? message.DeadLetterSource) is { } arn ? findQueue(arn) : null);
                if (step != MoveStep.Moved)
                {
                    (Status, FailureReason) = step is null
                        ? (MoveStatus.Completed, null)
                        : (MoveStatus.Failed, destinationArn is null ? "CouldNotDetermineMessageSource" : "AWS.SimpleQueueService.NonExistentQueue");
                    return;
                }

                Interlocked.Increment(ref _moved);
            }

            if (rate is null)
            {
                await Task.Yield();
            }
            else
            {
                await Task.Delay(Second, clock, _cancellation.Token);
            }
        }

        Status = MoveStatus.Cancelled;
    }
}
