using System.Diagnostics;
using Delivery.Worker.Functions;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.Invocation;

/// <summary>The span of the function's work on one order (OpenTelemetry FaaS and messaging conventions).</summary>
internal static class OrderSpan
{
    private const string FunctionName = "delivery";

    /// <summary>Starts it in the order's trace.</summary>
    /// <param name="order">The event that is worked on.</param>
    /// <param name="invocation">Which invocation for this event it is, from 1.</param>
    /// <param name="parent">What handed the event over.</param>
    /// <param name="previous">The span of the invocation before, to link to; default if there is none.</param>
    public static Activity? Start(OrderEvent order, int invocation, ActivityContext parent, ActivityContext previous)
    {
        ActivityLink[] links = previous == default ? [] : [new ActivityLink(previous)];
        var span = WorkerTelemetry.Source.StartActivity($"invoke {FunctionName}", ActivityKind.Consumer, parent, links: links);
        return span?
            .SetTag("faas.trigger", "pubsub")
            .SetTag("faas.invoked_name", FunctionName)
            .SetTag("faas.invocation", invocation)
            .SetTag(SpanAttributes.CorrelationId, order.Detail.CorrelationId);
    }
}
