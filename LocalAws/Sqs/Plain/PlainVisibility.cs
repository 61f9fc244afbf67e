using System.Text.Json;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Plain;

/// <summary>ChangeMessageVisibility that changes it.</summary>
internal sealed class PlainVisibility(JsonOperation general, QueueDirectory queues) : PlainOperation(general, queues)
{
    protected override PlainFields Fields => PlainFields.QueueUrl | PlainFields.ReceiptHandle | PlainFields.VisibilityTimeout;

    protected override bool TryRun(
        in PlainRequest request, ReadOnlySpan<byte> body, Queue queue, CallContext call, Utf8JsonWriter answer)
    {
        if (request.Message.Handle is not { } handle
            || handle.Queue != queue.Tag
            || request.Visibility is not { } seconds
            || !MessageOperations.IsInRange(maximum: null, wait: null, seconds)
            || queue.ChangeVisibility(handle, TimeSpan.FromSeconds(seconds)) is not (VisibilityOutcome.Changed or VisibilityOutcome.NotInFlight))
        {
            // What was not changed is asked for again, and refused.
            return false;
        }

        PlainAnswer.WriteNothing(answer);
        return true;
    }
}
