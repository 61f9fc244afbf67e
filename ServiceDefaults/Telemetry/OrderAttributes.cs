namespace ServiceDefaults.Telemetry;

/// <summary>The names of the attributes that an order's spans, metrics and log records carry in every service.</summary>
public static class OrderAttributes
{
    /// <summary>Spans: which order.</summary>
    public const string CorrelationId = "order.correlation_id";

    /// <summary>Spans and metrics: what became of it.</summary>
    public const string Outcome = "outcome";
}
