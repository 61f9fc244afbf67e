using System.Buffers;
using System.Diagnostics;
using System.Text.Json;

namespace Delivery.Worker.Functions;

/// <summary>An event's <c>detail</c>, taken apart: the order as its sender wrote it, and what travelled with it.</summary>
/// <param name="CorrelationId"><c>meta_data.correlation_id</c>, or <see cref="Undefined"/>.</param>
/// <param name="Trace"><c>meta_data.traceparent</c>, or default.</param>
/// <param name="Body">The detail without <c>meta_data</c>, JSON.</param>
internal sealed record OrderDetail(string CorrelationId, ActivityContext Trace, ReadOnlyMemory<byte> Body)
{
    /// <summary>The correlation id of an event that carries none.</summary>
    public const string Undefined = "undefined";

    private static readonly byte[] MetaData = "meta_data"u8.ToArray();

    /// <summary>Takes a detail apart; null if it is not an object.</summary>
    public static OrderDetail? Parse(JsonElement detail)
    {
        if (detail.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var body = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            foreach (var property in detail.EnumerateObject().Where(property => !property.NameEquals(MetaData)))
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        var metaData = detail.TryGetProperty(MetaData, out var found) ? found : default;
        var trace = ActivityContext.TryParse(Text(metaData, "traceparent"), null, isRemote: true, out var context) ? context : default;
        return new OrderDetail(Text(metaData, "correlation_id") ?? Undefined, trace, body.WrittenMemory);
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
