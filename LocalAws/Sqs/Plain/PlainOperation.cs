using System.Text.Json;
using LocalAws.Protocol;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Plain;

/// <summary>
/// An operation on messages as nearly all calls of it are: read and answered without contracts in between. Whatever is not so,
/// and whatever is to be refused, is left to the general operation before anything was done.
/// </summary>
internal abstract class PlainOperation(JsonOperation general, QueueDirectory queues) : JsonOperation
{
    /// <summary>The fields that the request may have.</summary>
    protected abstract PlainFields Fields { get; }

    /// <summary>The fields that its entries may have.</summary>
    protected virtual PlainFields EntryFields => PlainFields.None;

    public override ValueTask RunAsync(
        ReadOnlyMemory<byte> body, CallContext call, Utf8JsonWriter answer, CancellationToken cancellationToken) =>
        PlainRequest.TryRead(body.Span, Fields, EntryFields, out var request)
        && queues.Find(body.Span[request.QueueUrl], call) is { } queue
        && TryRun(in request, body.Span, queue, call, answer)
            ? ValueTask.CompletedTask
            : general.RunAsync(body, call, answer, cancellationToken);

    /// <summary>Runs the operation; false if the general one is to, of which nothing was done then.</summary>
    protected abstract bool TryRun(
        in PlainRequest request, ReadOnlySpan<byte> body, Queue queue, CallContext call, Utf8JsonWriter answer);

    /// <summary>The message of an entry as the queue takes it; its body is there.</summary>
    /// <exception cref="AwsException">The message is refused.</exception>
    protected static MessageContent ReadContent(in PlainEntry entry, QueueSettings settings) => MessageRules.Complete(
        new MessageContent(entry.Body!) { GroupId = entry.GroupId, DeduplicationId = entry.DeduplicationId }, settings);
}
