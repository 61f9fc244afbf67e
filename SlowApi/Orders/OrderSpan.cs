using System.Diagnostics;
using ServiceDefaults.Telemetry;

namespace SlowApi.Orders;

/// <summary>Writes on the request's span which order it was about and what became of it.</summary>
internal static class OrderSpan
{
    public static void Describe(string correlationId, string outcome)
    {
        if (Activity.Current is { IsAllDataRequested: true } span)
        {
            span.SetTag(SpanAttributes.CorrelationId, correlationId);
            span.SetTag(Outcomes.Attribute, outcome);
        }
    }
}
