using System.Diagnostics;
using System.Globalization;
using LocalAws.Protocol;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs;

/// <summary>The operations on messages.</summary>
internal sealed class MessageOperations(QueueStore queues)
{
    /// <summary>Bytes that the messages of a batch may have together.</summary>
    public const int MaximumBatchBytes = 1_048_576;

    private const int MaximumReceive = 10;
    private const int MaximumWait = 20;
    private const int MaximumVisibility = 43_200;

    public SendMessageResponse Send(SendMessageRequest request, CallContext call)
    {
        var queue = queues.Require(request, call);
        var content = MessageReader.Read(request, queue.Settings);
        var sent = Send(queue, content, MessageReader.ReadDelay(request, queue.Settings), call);
        return new SendMessageResponse(sent.Id.ToString(), sent.BodyDigest.ToString())
        {
            SequenceNumber = sent.SequenceNumber,
            MD5OfMessageAttributes = AttributeDigest.OfAttributes(content.Attributes),
            MD5OfMessageSystemAttributes = MessageReader.SystemDigest(content),
        };
    }

    public BatchResponse<SendMessageBatchResultEntry> SendBatch(BatchRequest<SendMessageBatchRequestEntry> request, CallContext call)
    {
        var queue = queues.Require(request, call);
        var entries = Batch.Check(request);
        var total = entries.Sum(static entry => MessageReader.SizeOf(entry));
        if (total > MaximumBatchBytes)
        {
            throw SqsErrors.Batch(
                "BatchRequestTooLong", $"Batch requests cannot be longer than {MaximumBatchBytes} bytes. You have sent {total} bytes.");
        }

        return Batch.Run(entries, entry =>
        {
            var content = MessageReader.Read(entry, queue.Settings);
            var sent = Send(queue, content, MessageReader.ReadDelay(entry, queue.Settings), call);
            return new SendMessageBatchResultEntry(entry.Id!, sent.Id.ToString(), sent.BodyDigest.ToString())
            {
                SequenceNumber = sent.SequenceNumber,
                MD5OfMessageAttributes = AttributeDigest.OfAttributes(content.Attributes),
                MD5OfMessageSystemAttributes = MessageReader.SystemDigest(content),
            };
        });
    }

    public async ValueTask<ReceiveMessageResponse> ReceiveAsync(
        ReceiveMessageRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var queue = queues.Require(request, call);
        var view = new MessageView(request);
        var outcome = await queue.ReceiveAsync(ReadReceive(request), cancellationToken);
        Conclude(outcome, queue, call);
        return new ReceiveMessageResponse(outcome.Messages.Length == 0 ? null : Array.ConvertAll(outcome.Messages, view.Show));
    }

    /// <summary>What is to be done about a receive before it is answered.</summary>
    /// <exception cref="AwsException">It is refused.</exception>
    public static void Conclude(ReceiveOutcome outcome, Queue queue, CallContext call)
    {
        if (outcome.OverLimit)
        {
            throw SqsErrors.OverLimit();
        }

        if (outcome.Messages.Length > 0)
        {
            call.IfUnanswered(() => queue.Return(outcome.Messages));
        }
        else
        {
            // An empty poll tells nothing, and there are many: its span is not exported.
            Activity.Current?.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    /// <summary>Whether all of them are what SQS allows; null is.</summary>
    public static bool IsInRange(int? maximum, int? wait, int? visibility) =>
        maximum is null or (>= 1 and <= MaximumReceive)
        && wait is null or (>= 0 and <= MaximumWait)
        && visibility is null or (>= 0 and <= MaximumVisibility);

    public static TimeSpan? Seconds(int? seconds) => seconds is { } given ? TimeSpan.FromSeconds(given) : null;

    public EmptyResponse Delete(DeleteMessageRequest request, CallContext call)
    {
        var queue = queues.Require(request, call);
        Delete(queue, request.ReceiptHandle);
        return EmptyResponse.Instance;
    }

    public BatchResponse<BatchResultEntry> DeleteBatch(BatchRequest<DeleteMessageBatchRequestEntry> request, CallContext call)
    {
        var queue = queues.Require(request, call);
        return Batch.Run(Batch.Check(request), entry =>
        {
            Delete(queue, entry.ReceiptHandle);
            return new BatchResultEntry(entry.Id!);
        });
    }

    public EmptyResponse ChangeVisibility(ChangeMessageVisibilityRequest request, CallContext call)
    {
        ChangeVisibility(queues.Require(request, call), request.ReceiptHandle, request.VisibilityTimeout);
        return EmptyResponse.Instance;
    }

    public BatchResponse<BatchResultEntry> ChangeVisibilityBatch(
        BatchRequest<ChangeMessageVisibilityBatchRequestEntry> request, CallContext call)
    {
        var queue = queues.Require(request, call);
        return Batch.Run(Batch.Check(request), entry =>
        {
            ChangeVisibility(queue, entry.ReceiptHandle, entry.VisibilityTimeout);
            return new BatchResultEntry(entry.Id!);
        });
    }

    private static SentMessage Send(Queue queue, MessageContent content, TimeSpan? delay, CallContext call) =>
        queue.Send(content, call.Account, delay) ?? throw SqsErrors.NoSuchQueue();

    private static void Delete(Queue queue, string? receiptHandle)
    {
        if (!queue.Delete(queue.RequireHandle(receiptHandle)))
        {
            throw SqsErrors.Parameter(receiptHandle!, "ReceiptHandle", "The receipt handle has expired.");
        }
    }

    private static ReceiveRequest ReadReceive(ReceiveMessageRequest request) => new(
        request.MaxNumberOfMessages switch
        {
            null => 1,
            >= 1 and <= MaximumReceive and var number => number,
            var number => throw OutOfRange(number, "MaxNumberOfMessages", $"Must be between 1 and {MaximumReceive}, if provided."),
        },
        request.WaitTimeSeconds is not (null or (>= 0 and <= MaximumWait))
            ? throw OutOfRange(request.WaitTimeSeconds, "WaitTimeSeconds", $"Must be >= 0 and <= {MaximumWait}, if provided.")
            : Seconds(request.WaitTimeSeconds),
        Seconds(CheckVisibility(request.VisibilityTimeout)),
        request.ReceiveRequestAttemptId);

    private static void ChangeVisibility(Queue queue, string? receiptHandle, int? timeout)
    {
        var handle = queue.RequireHandle(receiptHandle);
        var seconds = CheckVisibility(timeout) ?? throw SqsErrors.Missing("VisibilityTimeout");
        // Of a message that is visible again SQS says OK and does nothing, although its reference lists an error for it.
        switch (queue.ChangeVisibility(handle, TimeSpan.FromSeconds(seconds)))
        {
            case VisibilityOutcome.NoSuchMessage:
                throw SqsErrors.Parameter(
                    receiptHandle!, "ReceiptHandle", "Message does not exist or is not available for visibility timeout change.");
            case VisibilityOutcome.BeyondLimit:
                throw OutOfRange(
                    seconds,
                    "VisibilityTimeout",
                    $"Total VisibilityTimeout for the message is beyond the limit [{MaximumVisibility} seconds]");
            case VisibilityOutcome.NotInFlight:
            case VisibilityOutcome.Changed:
            default:
                break;
        }
    }

    private static int? CheckVisibility(int? seconds) => seconds is not (null or (>= 0 and <= MaximumVisibility))
        ? throw OutOfRange(seconds, "VisibilityTimeout", $"VisibilityTimeout must be an integer between 0 and {MaximumVisibility}.")
        : seconds;

    private static AwsException OutOfRange(int? value, string name, string reason) =>
        SqsErrors.Parameter(value?.ToString(CultureInfo.InvariantCulture) ?? "null", name, reason);
}
