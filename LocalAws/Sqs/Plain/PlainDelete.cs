using System.Text.Json;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Plain;

/// <summary>DeleteMessage at a standard queue; at a FIFO queue a handle may have expired.</summary>
internal sealed class PlainDelete(JsonOperation general, QueueDirectory queues) : PlainOperation(general, queues)
{
    protected override PlainFields Fields => PlainFields.QueueUrl | PlainFields.ReceiptHandle;

    protected override bool TryRun(
        in PlainRequest request, ReadOnlySpan<byte> body, Queue queue, CallContext call, Utf8JsonWriter answer)
    {
        if (queue.Settings.IsFifo || request.Message.Handle is not { } handle || handle.Queue != queue.Tag)
        {
            return false;
        }

        queue.Delete(handle);
        PlainAnswer.WriteNothing(answer);
        return true;
    }
}
