using System.Text.Json;

namespace Notification.Api.Tests.Fixtures;

/// <summary>A request as it went over the wire.</summary>
internal sealed record PutEventsCall(string Target, string ContentType, string Authorization, string? TraceParent, JsonElement Body)
{
    public JsonElement Entry => Body.GetProperty("Entries").EnumerateArray().Single();

    public JsonElement Detail => JsonDocument.Parse(Entry.GetProperty(nameof(Detail)).GetString()!).RootElement;
}
