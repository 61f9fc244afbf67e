using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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

    /// <summary>From bus to bus so far.</summary>
    public int Hops { get; init; }

    /// <summary>ARNs of the only rules that get it, in a replay; empty: every rule that matches.</summary>
    public ImmutableArray<string> OnlyRules { get; init; } = [];

    /// <summary>Wraps an entry whose members were checked.</summary>
    public static EventEnvelope Of(PutEventsEntry entry, JsonElement detail, AwsScope scope, DateTimeOffset now)
    {
        var id = Guid.NewGuid().ToString();
        var head = new EventHead(id, entry.DetailType!, entry.Source!, scope.Account, Show(entry.Time ?? now), scope.Region);
        return new EventEnvelope(id, now, Write(head, entry.Resources ?? [], detail, entry.Detail!.Length));
    }

    /// <summary>The event of a rule that fires by its schedule.</summary>
    public static EventEnvelope Scheduled(string ruleArn, AwsScope scope, DateTimeOffset at, DateTimeOffset now)
    {
        var id = Guid.NewGuid().ToString();
        var head = new EventHead(id, "Scheduled Event", "aws.events", scope.Account, Show(at), scope.Region);
        return new EventEnvelope(id, now, Write(head, [ruleArn], default, 0));
    }

    /// <summary>A time as envelopes have it.</summary>
    public static string Show(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <param name="detail">Undefined: an empty object.</param>
    /// <param name="sizeHint">About how long it is.</param>
    public static ReadOnlyMemory<byte> Write(EventHead head, IEnumerable<string> resources, JsonElement detail, int sizeHint)
    {
        var json = new ArrayBufferWriter<byte>(sizeHint + 512);
        using (var writer = new Utf8JsonWriter(json, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("version"u8, "0"u8);
            writer.WriteString("id"u8, head.Id);
            writer.WriteString("detail-type"u8, head.DetailType);
            writer.WriteString("source"u8, head.Source);
            writer.WriteString("account"u8, head.Account);
            writer.WriteString("time"u8, head.Time);
            writer.WriteString("region"u8, head.Region);
            writer.WriteStartArray("resources"u8);
            foreach (var resource in resources)
            {
                writer.WriteStringValue(resource);
            }

            writer.WriteEndArray();
            writer.WritePropertyName("detail"u8);
            if (detail.ValueKind == JsonValueKind.Undefined)
            {
                writer.WriteStartObject();
                writer.WriteEndObject();
            }
            else
            {
                detail.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return json.WrittenMemory;
    }

    /// <summary>The same event in a replay: with the replay's name at its end, and for some rules only.</summary>
    public EventEnvelope Replayed(string replay, ImmutableArray<string> onlyRules, DateTimeOffset now)
    {
        var name = Encoding.UTF8.GetBytes($",\"replay-name\":\"{replay}\"}}");
        var json = new byte[Json.Length - 1 + name.Length];
        Json.Span[..^1].CopyTo(json);
        name.CopyTo(json, Json.Length - 1);
        return new EventEnvelope(Id, now, json) { OnlyRules = onlyRules };
    }
}

/// <summary>The members of an envelope that are texts, checked.</summary>
internal readonly record struct EventHead(string Id, string DetailType, string Source, string Account, string Time, string Region);
