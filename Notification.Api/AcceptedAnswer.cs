using System.Text.Json.Serialization;

namespace Notification.Api;

/// <summary>The body of a 200.</summary>
/// <param name="RequestId">The id that EventBridge gave our request.</param>
/// <param name="CorrelationId">The order's id, which goes with it everywhere.</param>
internal sealed record AcceptedAnswer(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("correlation_id")] string CorrelationId);
