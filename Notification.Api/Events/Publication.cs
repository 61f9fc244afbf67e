using Notification.Api.Orders;

namespace Notification.Api.Events;

/// <summary>What became of an event.</summary>
/// <param name="RequestId">The id that EventBridge gave the request; empty if it did not take the event.</param>
/// <param name="Refusal">Why it did not; null: it did.</param>
internal readonly record struct Publication(string RequestId, Refusal? Refusal);
