using System.Text.Json.Serialization;

namespace SlowApi.Functions;

/// <summary>The body of a 200.</summary>
internal sealed record SlowAnswer(
    [property: JsonPropertyName("correlation_id")] string CorrelationId,
    string Message = "processed");
