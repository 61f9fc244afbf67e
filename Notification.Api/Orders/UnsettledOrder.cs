namespace Notification.Api.Orders;

/// <summary>An order that is to be published, or was, without EventBridge's word on it yet.</summary>
/// <param name="CorrelationId">Its id.</param>
/// <param name="TraceParent">The trace that it goes on with (W3C); null: none.</param>
/// <param name="Detail">The event's detail.</param>
internal sealed record UnsettledOrder(string CorrelationId, string? TraceParent, string Detail);
