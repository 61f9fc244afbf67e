using System.Diagnostics;
using Delivery.Worker.Functions;
using Delivery.Worker.Orders;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.Invocation;

/// <summary>The function's work on one order: delivers it, enters that in the ledger, and ends its span accordingly.</summary>
internal sealed class OrderHandler(DeliveryFunction function, OrderLedger ledger, LiveSettings settings)
{
    /// <summary>Works on the order of one event.</summary>
    /// <returns>Null when it was delivered; otherwise the error.</returns>
    public async Task<string?> HandleAsync(OrderEvent order, Activity? span, CancellationToken cancellationToken)
    {
        span?.SetTag(SpanAttributes.SettingsRevision, settings.View.Revision);
        try
        {
            var error = await function.HandleAsync(order.Detail, cancellationToken);
            if (error is null)
            {
                ledger.Delivered(order);
            }
            else
            {
                span?.SetStatus(ActivityStatusCode.Error, error).SetTag("error.type", "delivery_failed");
            }

            return error;
        }
        catch (OperationCanceledException)
        {
            span?.SetStatus(ActivityStatusCode.Error, "The function ran out of time.").SetTag("error.type", "timeout");
            throw;
        }
    }
}
