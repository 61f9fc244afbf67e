using System.Text.Json;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Plain;

/// <summary>SendMessage without attributes or a delay of its own.</summary>
internal sealed class PlainSend(JsonOperation general, QueueDirectory queues) : PlainOperation(general, queues)
{
    protected override PlainFields Fields => PlainFields.QueueUrl | PlainFields.Message;

    protected override bool TryRun(
        in PlainRequest request, ReadOnlySpan<byte> body, Queue queue, CallContext call, Utf8JsonWriter answer)
    {
        var message = request.Message;
        if (message.Body is null || queue.Send(ReadContent(in message, queue.Settings), call.Account) is not { } sent)
        {
            return false;
        }

        answer.WriteStartObject();
        PlainAnswer.Write(answer, in sent);
        answer.WriteEndObject();
        return true;
    }
}
