using System.Globalization;
using System.Text;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using ServiceDefaults.Telemetry;

namespace LocalAws.EventBridge.Delivery;

/// <summary>The dead-letter queues of targets. Source: EventBridge User Guide, "Using dead-letter queues to process undelivered events".</summary>
internal sealed class DeadLetters(QueueStore queues)
{
    /// <summary>Sends an event that was given up on to its target's dead-letter queue; false: there is none that takes it.</summary>
    /// <param name="exhausted">The limit that ended the retries; null: the error was none to retry.</param>
    public bool TryKeep(EventDelivery delivery, InvocationOutcome outcome, string? exhausted)
    {
        if (delivery.Target.DeadLetterArn is not { } queue)
        {
            return false;
        }

        var attributes = new Dictionary<string, MessageAttribute>
        {
            ["RULE_ARN"] = Text(delivery.Rule.Arn),
            ["TARGET_ARN"] = Text(delivery.Target.Arn),
            ["ERROR_CODE"] = Text(outcome.Error!),
            ["ERROR_MESSAGE"] = Text(outcome.Message!),
            ["RETRY_ATTEMPTS"] = Text((delivery.Attempts - 1).ToString(CultureInfo.InvariantCulture)),
        };
        if (exhausted is not null)
        {
            attributes["EXHAUSTED_RETRY_CONDITION"] = Text(exhausted);
        }

        var content = new MessageContent(Encoding.UTF8.GetString(delivery.Envelope.Json.Span)).With(attributes) with
        {
            TraceHeader = XRayTraceHeader.Format(delivery.Trace),
        };
        return queues.SendFromService(queue, content) == ServiceSend.Sent;
    }

    private static MessageAttribute Text(string value) => new("String", value);
}
