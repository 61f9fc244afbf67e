namespace Delivery.Worker.Endpoints;

/// <summary>What <c>GET /</c> says.</summary>
internal static class WorkerEndpoints
{
    /// <summary>The answer.</summary>
    public static ServiceDescription Description { get; } = new(
        "Delivery.Worker",
        "Delivers order notifications to SlowApi, invoked by EventBridge directly or through an SQS queue.",
        ["POST /events", "GET /orders/dropped", "GET /settings", "PUT /settings", "GET /health", "GET /alive"]);
}
