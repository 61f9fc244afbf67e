namespace Delivery.Worker.EventSource;

/// <summary>What became of a batch; messages in neither list failed and stay invisible until their timeout.</summary>
/// <param name="Delivered">To be deleted.</param>
/// <param name="Unworked">To be made visible again at once.</param>
/// <param name="Throttled">Whether the account's concurrency was used up.</param>
/// <param name="Failed">Whether the invocation failed as a whole.</param>
internal sealed record BatchOutcome(
    IReadOnlyList<QueueMessage> Delivered,
    IReadOnlyList<QueueMessage> Unworked,
    bool Throttled = false,
    bool Failed = false);
