using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Delivery;

/// <summary>An event as EventBridge delivers it.</summary>
/// <param name="Id">The event's id, a UUID.</param>
/// <param name="Accepted">When EventBridge took it.</param>
/// <param name="Json">The envelope, UTF-8, in the order of keys of AWS's.</param>
internal sealed record EventEnvelope(string Id, DateTimeOffset Accepted, ReadOnlyMemory<byte> Json)
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Wraps an entry whose members were checked.</summary>
    public static EventEnvelope Of(PutEventsEntry entry, JsonElement detail, AwsScope scope, DateTimeOffset now)
    {
        var id = Guid.NewGuid().ToString();
        var json = new ArrayBufferWriter<byte>(entry.Detail!.Length + 512);
        using (var writer = new Utf8JsonWriter(json, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("version", "0");
            writer.WriteString("id", id);
            writer.WriteString("detail-type", entry.DetailType);
            writer.WriteString("source", entry.Source);
            writer.WriteString("account", scope.Account);
            writer.WriteString("time", (entry.Time ?? now).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("region", scope.Region);
            writer.WriteStartArray("resources");
            foreach (var resource in entry.Resources ?? [])
            {
                writer.WriteStringValue(resource);
            }

            writer.WriteEndArray();
            writer.WritePropertyName("detail");
            detail.WriteTo(writer);
            writer.WriteEndObject();
        }

        return new EventEnvelope(id, now, json.WrittenMemory);
    }
}
