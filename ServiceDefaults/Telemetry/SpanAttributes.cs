namespace ServiceDefaults.Telemetry;

/// <summary>The names of the span attributes that an order is found by.</summary>
public static class SpanAttributes
{
    /// <summary>The order's correlation id.</summary>
    public const string CorrelationId = "order.correlation_id";
}
