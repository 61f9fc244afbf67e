using System.Text.Json;
using LocalAws.Protocol;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Plain;

/// <summary>SendMessageBatch without attributes or delays, of which every entry is fine.</summary>
internal sealed class PlainSendBatch(JsonOperation general, QueueDirectory queues) : PlainOperation(general, queues)
{
    protected override PlainFields Fields => PlainFields.QueueUrl | PlainFields.Entries;

    protected override PlainFields EntryFields => PlainFields.Id | PlainFields.Message;

    protected override bool TryRun(
        in PlainRequest request, ReadOnlySpan<byte> body, Queue queue, CallContext call, Utf8JsonWriter answer)
    {
        var entries = request.Entries;
        var (contentRoom, sentRoom) = (default(Ten<MessageContent>), default(Ten<SentMessage>));
        Span<MessageContent> contents = ((Span<MessageContent>)contentRoom)[..entries.Length];
        Span<SentMessage> sent = ((Span<SentMessage>)sentRoom)[..entries.Length];
        if (!TryRead(entries, queue.Settings, contents) || !queue.TrySend(contents, call.Account, sent))
        {
            return false;
        }

        answer.WriteStartObject();
        answer.WriteStartArray("Successful"u8);
        for (var index = 0; index < sent.Length; index++)
        {
            answer.WriteStartObject();
            answer.WriteString("Id"u8, body[entries[index].Id]);
            PlainAnswer.Write(answer, in sent[index]);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
        answer.WriteEndObject();
        return true;
    }

    private static bool TryRead(ReadOnlySpan<PlainEntry> entries, QueueSettings settings, Span<MessageContent> contents)
    {
        var total = 0L;
        try
        {
            for (var index = 0; index < entries.Length; index++)
            {
                ref readonly var entry = ref entries[index];
                if (entry.Body is null)
                {
                    return false;
                }

                total += entry.Body.Length;
                contents[index] = ReadContent(in entry, settings);
            }
        }
        catch (AwsException)
        {
            // The others are to be sent, and this one told of.
            return false;
        }

        return entries.Length > 0 && total <= MessageOperations.MaximumBatchBytes;
    }
}
