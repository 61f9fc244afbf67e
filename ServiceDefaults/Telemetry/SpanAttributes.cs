namespace ServiceDefaults.Telemetry;

/// <summary>Span attributes of this system that no semantic convention names.</summary>
public static class SpanAttributes
{
    /// <summary>The order's correlation id.</summary>
    public const string CorrelationId = "order.correlation_id";

    /// <summary>How often the service's settings had been changed when the span began.</summary>
    public const string SettingsRevision = "lab.settings.revision";
}
