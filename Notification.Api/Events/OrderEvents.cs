using System.Diagnostics;
using System.Text;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Notification.Api.Orders;
using ServiceDefaults.Telemetry;

namespace Notification.Api.Events;

/// <summary>Puts <c>order-notify</c> events on the bus.</summary>
internal sealed class OrderEvents(IAmazonEventBridge eventBridge, NotificationSettings settings, IHostEnvironment environment) : IDisposable
{
    /// <summary>The kind of event, which the rule selects by.</summary>
    public const string DetailType = "order-notify";

    private readonly ActivitySource _spans = new(environment.ApplicationName);

    /// <summary>What an event takes beside its detail, as EventBridge counts it ("Calculating PutEvents event entry size").</summary>
    private readonly int _overhead =
        Encoding.UTF8.GetByteCount(settings.FunctionName) + Encoding.UTF8.GetByteCount(DetailType) + Encoding.UTF8.GetByteCount(settings.FunctionArn);

    /// <summary>Starts the span from which the event's trace goes on.</summary>
    /// <param name="correlationId">The order's id.</param>
    /// <param name="parent">What it goes on from; default: the current span.</param>
    public Activity? StartSpan(string correlationId, ActivityContext parent = default) => _spans.StartActivity($"PutEvents {DetailType}", ActivityKind.Producer, parent)?
        .SetTag("messaging.system", "aws.eventbridge")
        .SetTag("messaging.operation.name", "PutEvents")
        .SetTag("messaging.operation.type", "send")
        .SetTag("messaging.destination.name", settings.EventBusName)
        .SetTag(SpanAttributes.CorrelationId, correlationId);

    /// <summary>Whether an event with this detail is within EventBridge's limit.</summary>
    public bool Fits(string detail) => _overhead + Encoding.UTF8.GetByteCount(detail) <= settings.MaximumEventBytes;

    /// <summary>Puts an event on the bus and waits for EventBridge's word that it is there.</summary>
    /// <param name="span">The span that <see cref="StartSpan"/> started.</param>
    /// <remarks>
    /// There is no way to cancel it: a caller that gives up must not leave behind an event of which nobody knows whether
    /// it was accepted.
    /// </remarks>
    public async Task<Publication> PublishAsync(string detail, Activity? span)
    {
        try
        {
            var answer = await eventBridge.PutEventsAsync(
                new PutEventsRequest
                {
                    Entries =
                    [
                        new PutEventsRequestEntry
                        {
                            Detail = detail,
                            DetailType = DetailType,
                            EventBusName = settings.EventBusName,
                            Resources = [settings.FunctionArn],
                            Source = settings.FunctionName,
                            TraceHeader = span is null ? null : XRayTraceHeader.Format(span.Context),
                        },
                    ],
                },
                CancellationToken.None);

            var entry = answer.Entries is [var first, ..] ? first : null;
            if (answer.FailedEntryCount is > 0 || entry is null or { ErrorCode.Length: > 0 })
            {
                return Fail(span, entry?.ErrorCode, $"EventBridge did not take the event: {entry?.ErrorMessage ?? entry?.ErrorCode ?? "it gave no reason."}");
            }

            span?.SetTag("messaging.message.id", entry.EventId);
            return new Publication(answer.ResponseMetadata?.RequestId ?? "", null);
        }
        catch (AmazonServiceException refused) when (refused.ErrorCode is { Length: > 0 } code)
        {
            return Fail(span, code, $"EventBridge refused the request: {refused.Message}");
        }
        catch (Exception failed)
        {
            // No connection, no answer in time, no answer that can be understood: the SDK has a type for each, the caller one remedy.
            return Fail(span, failed.GetType().FullName, "EventBridge could not be reached, or its answer could not be understood.");
        }
    }

    public void Dispose() => _spans.Dispose();

    private static Publication Fail(Activity? span, string? errorType, string sentence)
    {
        span?.SetStatus(ActivityStatusCode.Error, sentence);
        span?.SetTag(NotificationMetrics.ErrorType, errorType);
        return new Publication("", new Refusal(errorType ?? "unknown", sentence));
    }
}
