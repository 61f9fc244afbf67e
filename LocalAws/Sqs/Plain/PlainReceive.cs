using System.Text.Json;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Plain;

/// <summary>ReceiveMessage that asks for no attributes.</summary>
internal sealed class PlainReceive(JsonOperation general, QueueDirectory queues) : JsonOperation
{
    private const PlainFields Fields =
        PlainFields.QueueUrl | PlainFields.MaxNumberOfMessages | PlainFields.WaitTimeSeconds | PlainFields.VisibilityTimeout;

    public override ValueTask RunAsync(
        ReadOnlyMemory<byte> body, CallContext call, Utf8JsonWriter answer, CancellationToken cancellationToken)
    {
        if (!PlainRequest.TryRead(body.Span, Fields, PlainFields.None, out var request)
            || !MessageOperations.IsInRange(request.Maximum, request.Wait, request.Visibility)
            || queues.Find(body.Span[request.QueueUrl], call) is not { } queue)
        {
            return general.RunAsync(body, call, answer, cancellationToken);
        }

        var receive = queue.ReceiveAsync(
            new ReceiveRequest(request.Maximum ?? 1, MessageOperations.Seconds(request.Wait), MessageOperations.Seconds(request.Visibility)),
            cancellationToken);
        if (!receive.IsCompletedSuccessfully)
        {
            return AwaitAsync(receive, queue, call, answer);
        }

        Answer(receive.Result, queue, call, answer);
        return ValueTask.CompletedTask;
    }

    private static async ValueTask AwaitAsync(ValueTask<ReceiveOutcome> receive, Queue queue, CallContext call, Utf8JsonWriter answer) =>
        Answer(await receive, queue, call, answer);

    private static void Answer(ReceiveOutcome outcome, Queue queue, CallContext call, Utf8JsonWriter answer)
    {
        MessageOperations.Conclude(outcome, queue, call);
        answer.WriteStartObject();
        if (outcome.Messages.Length > 0)
        {
            answer.WriteStartArray("Messages"u8);
            foreach (ref readonly var message in outcome.Messages.AsSpan())
            {
                PlainAnswer.Write(answer, in message);
            }

            answer.WriteEndArray();
        }

        answer.WriteEndObject();
    }
}
