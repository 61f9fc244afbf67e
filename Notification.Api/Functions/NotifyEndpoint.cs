using System.Diagnostics;
using ServiceDefaults.Telemetry;

namespace Notification.Api.Functions;

/// <summary><c>POST /notify</c>: from the request to the function and back.</summary>
internal static class NotifyEndpoint
{
    public static async Task HandleAsync(HttpContext context, NotificationFunction function, TimeProvider clock)
    {
        // The id's time is the simulated time of acceptance: whoever delivers the order computes from it how long it took.
        var correlationId = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        var (requestId, refusal) = await function.NotifyAsync(context.Request, correlationId);
        var span = Activity.Current;
        if (refusal is not null)
        {
            span?.SetTag(NotificationMetrics.ErrorType, refusal.Type);
            await Answers.RefuseAsync(context, StatusCodes.Status400BadRequest, refusal.Sentence);
            return;
        }

        span?.SetTag(SpanAttributes.CorrelationId, correlationId);
        await Answers.AcceptAsync(context, requestId, correlationId);
    }
}
