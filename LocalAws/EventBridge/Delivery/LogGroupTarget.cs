using System.Text.Json;
using LocalAws.CloudWatchLogs;
using LocalAws.EventBridge.Topology;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Delivery;

/// <summary>Writes events to log groups, each into a stream of its own name as AWS does.</summary>
internal sealed class LogGroupTarget(LogStore logs, TimeProvider clock) : IImmediateTarget
{
    public TargetKind Kind => TargetKind.LogGroup;

    public InvocationOutcome Deliver(EventDelivery delivery, string payload)
    {
        var target = delivery.Target;
        if (!Arn.TryParse(target.Arn, out var arn))
        {
            return InvocationOutcome.Final("INVALID_PARAMETER", $"{target.Arn} is no ARN of a log group.");
        }

        var (at, message) = target.InputTransformer is null ? (clock.GetUtcNow(), payload) : Read(payload);
        return logs.TryPutFromService(arn.Scope, LogGroupArn.NameOf(target.Arn), delivery.Envelope.Id, message, at)
            ? InvocationOutcome.Delivered
            : InvocationOutcome.Final("NO_RESOURCE", $"The log group {target.Arn} does not exist.");
    }

    /// <summary>A transformer's result is <c>{"timestamp": …, "message": …}</c>; anything else is the message itself.</summary>
    private (DateTimeOffset At, string Message) Read(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("message", out var message))
            {
                var at = root.TryGetProperty("timestamp", out var timestamp)
                    && timestamp.ValueKind == JsonValueKind.Number
                    && timestamp.TryGetInt64(out var milliseconds)
                    && milliseconds is >= 0 and < 253_402_300_800_000
                        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                        : clock.GetUtcNow();
                return (at, message.ValueKind == JsonValueKind.String ? message.GetString()! : message.GetRawText());
            }
        }
        catch (JsonException)
        {
            // A template of text is a message.
        }

        return (clock.GetUtcNow(), payload);
    }
}
