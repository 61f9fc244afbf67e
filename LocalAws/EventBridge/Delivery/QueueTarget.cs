using System.Diagnostics;
using LocalAws.EventBridge.Topology;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using ServiceDefaults.Telemetry;

namespace LocalAws.EventBridge.Delivery;

/// <summary>Hands events over to SQS queues of this cloud.</summary>
internal sealed class QueueTarget(QueueStore queues, EventBridgeTelemetry telemetry) : IImmediateTarget
{
    public TargetKind Kind => TargetKind.Queue;

    public InvocationOutcome Deliver(EventDelivery delivery, string payload)
    {
        var target = delivery.Target;
        var name = QueueKey.FromArn(target.Arn)?.Name ?? target.Arn;
        using var span = telemetry.Start($"send {name}", ActivityKind.Producer, delivery.Trace);
        span?.SetTag("messaging.system", "aws_sqs");
        span?.SetTag("messaging.operation.type", "send");
        span?.SetTag("messaging.operation.name", "send");
        span?.SetTag("messaging.destination.name", name);
        span?.SetTag("aws.events.rule", delivery.Rule.Name);
        var outcome = Send(target, new MessageContent(payload)
        {
            TraceHeader = XRayTraceHeader.Format(span?.Context ?? delivery.Trace),
            GroupId = target.MessageGroupId,
        });
        if (!outcome.IsDelivered)
        {
            span?.SetTag("error.type", outcome.Error);
            span?.SetStatus(ActivityStatusCode.Error, outcome.Message);
        }

        return outcome;
    }

    private InvocationOutcome Send(Target target, MessageContent content) => queues.SendFromService(target.Arn, content) switch
    {
        ServiceSend.Sent => InvocationOutcome.Delivered,
        ServiceSend.NoSuchQueue => InvocationOutcome.Final("NO_RESOURCE", $"The queue {target.Arn} does not exist."),
        _ => InvocationOutcome.Final("INVALID_PARAMETER", "The queue does not take a message of this size or of these characters."),
    };
}
