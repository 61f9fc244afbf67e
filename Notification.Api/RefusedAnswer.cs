using System.Text.Json.Serialization;

namespace Notification.Api;

/// <summary>The body of a refusal.</summary>
/// <param name="RequestId">Empty: nothing was published.</param>
/// <param name="Error">Why, in one sentence.</param>
internal sealed record RefusedAnswer(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("error")] string Error);
