namespace ServiceDefaults.Telemetry;

/// <summary>Span attributes of this system that no semantic convention names.</summary>
public static class SpanAttributes
{
    /// <summary>The order's correlation id.</summary>
    public const string CorrelationId = "order.correlation_id";
}
