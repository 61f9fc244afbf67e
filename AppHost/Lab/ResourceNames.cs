namespace AppHost.Lab;

/// <summary>Names of resources and endpoints that more than the composition knows.</summary>
public static class ResourceNames
{
    /// <summary>The process that receives telemetry and answers for it.</summary>
    public const string Dashboard = "dashboard";

    /// <summary>The dashboard's endpoint for OTLP over gRPC.</summary>
    public const string OtlpEndpoint = "otlp";

    /// <summary>The dashboard's endpoint for OTLP over HTTP.</summary>
    public const string OtlpHttpEndpoint = "otlp-http";

    /// <summary>The process that plays scenarios.</summary>
    public const string LoadGenerator = "load-generator";

    /// <summary>The function and its invocation sources.</summary>
    public const string DeliveryWorker = "delivery-worker";

    /// <summary>The API that takes orders.</summary>
    public const string NotificationApi = "notification-api";
}
