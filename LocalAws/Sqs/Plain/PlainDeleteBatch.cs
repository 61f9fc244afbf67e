using System.Text.Json;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Plain;

/// <summary>DeleteMessageBatch at a standard queue, with handles of that queue only.</summary>
internal sealed class PlainDeleteBatch(JsonOperation general, QueueDirectory queues) : PlainOperation(general, queues)
{
    protected override PlainFields Fields => PlainFields.QueueUrl | PlainFields.Entries;

    protected override PlainFields EntryFields => PlainFields.Id | PlainFields.ReceiptHandle;

    protected override bool TryRun(
        in PlainRequest request, ReadOnlySpan<byte> body, Queue queue, CallContext call, Utf8JsonWriter answer)
    {
        var entries = request.Entries;
        Span<ReceiptHandle> handles = stackalloc ReceiptHandle[PlainRequest.MostEntries];
        for (var index = 0; index < entries.Length; index++)
        {
            if (entries[index].Handle is not { } handle || handle.Queue != queue.Tag)
            {
                return false;
            }

            handles[index] = handle;
        }

        if (queue.Settings.IsFifo || entries.IsEmpty)
        {
            return false;
        }

        queue.Delete(handles[..entries.Length]);
        answer.WriteStartObject();
        answer.WriteStartArray("Successful"u8);
        foreach (ref readonly var entry in entries)
        {
            answer.WriteStartObject();
            answer.WriteString("Id"u8, body[entry.Id]);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
        answer.WriteEndObject();
        return true;
    }
}
