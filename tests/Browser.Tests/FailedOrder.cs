namespace Browser.Tests;

/// <summary>An order that was accepted and never delivered.</summary>
/// <param name="CorrelationId">As every service names it.</param>
/// <param name="TraceId">Its trace.</param>
internal sealed record FailedOrder(string CorrelationId, string TraceId);
