using System.Collections.Concurrent;
using System.Diagnostics;
using Delivery.Worker.Invocation;

namespace Delivery.Worker.EventSource;

/// <summary>
/// Invokes the function for a batch of messages and reports which of them failed, as a handler with
/// <c>ReportBatchItemFailures</c> does. Source: AWS Lambda Developer Guide, "Handling errors for an SQS event source in
/// Lambda": a batch of which every message failed, or whose invocation ran out of time, returns whole.
/// </summary>
internal sealed class BatchInvoker(FunctionRuntime runtime, OrderHandler handler)
{
    /// <summary>Spans to link redeliveries to; when more messages than this fail at a time, some go without a link.</summary>
    private const int MaximumRemembered = 10_000;

    private readonly ConcurrentDictionary<string, ActivityContext> _failed = new(StringComparer.Ordinal);

    /// <summary>Works on a batch, in one invocation.</summary>
    public async Task<BatchOutcome> InvokeAsync(IReadOnlyList<QueueMessage> batch, CancellationToken stopping)
    {
        List<QueueMessage> delivered = [];
        var result = await runtime.TryInvokeAsync(
            async token =>
            {
                string? error = null;
                foreach (var message in batch)
                {
                    if (await HandleAsync(message, token) is { } failure)
                    {
                        error = failure;
                    }
                    else
                    {
                        delivered.Add(message);
                    }
                }

                return delivered.Count == 0 ? error : null;
            },
            stopping);

        return result switch
        {
            null => new BatchOutcome([], batch, Throttled: true),
            { Status: InvocationStatus.Succeeded } => new BatchOutcome(delivered, []),
            { Status: InvocationStatus.Aborted } => new BatchOutcome(delivered, [.. batch.Except(delivered)]),
            _ => new BatchOutcome([], [], Failed: true),
        };
    }

    private async Task<string?> HandleAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        if (message.Event is not { } order)
        {
            return "The message is not an EventBridge event.";
        }

        _failed.TryRemove(message.Id, out var previous);
        using var span = OrderSpan.Start(order, message.ReceiveCount, message.Parent, previous);
        span?.SetTag("messaging.system", "aws_sqs").SetTag("messaging.message.id", message.Id);
        if (_failed.Count < MaximumRemembered)
        {
            _failed[message.Id] = span?.Context ?? default;
        }

        var error = await handler.HandleAsync(order, span, cancellationToken);
        if (error is null)
        {
            _failed.TryRemove(message.Id, out _);
        }

        return error;
    }
}
