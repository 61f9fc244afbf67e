namespace Notification.Api;

/// <summary>What <c>GET /</c> tells about a service.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Description">What it does, in a sentence or two.</param>
/// <param name="Endpoints">What it can be asked.</param>
internal sealed record ServiceCard(string Service, string Description, IReadOnlyList<string> Endpoints)
{
    public static ServiceCard NotificationApi { get; } = new(
        "notification-api",
        "Takes an order, a JSON object, and publishes it as an order-notify event on EventBridge; whoever asked does not wait for its delivery.",
        ["POST /notify", "GET /health", "GET /alive"]);
}
