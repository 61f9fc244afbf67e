using System.Diagnostics;
using System.Text.Json;

namespace Delivery.Worker.Functions;

/// <summary>An EventBridge event that carries an order.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Detail">Its detail.</param>
/// <param name="Time">When EventBridge took it (whole seconds), or default.</param>
internal sealed record OrderEvent(string Id, OrderDetail Detail, DateTimeOffset Time)
{
    /// <summary>What the order is known by in the ledger: its correlation id, or the event's id if it has none.</summary>
    public string OrderId => Detail.CorrelationId == OrderDetail.Undefined ? Id : Detail.CorrelationId;

    /// <summary>
    /// When the order was accepted. A correlation id of version 7 says so to the millisecond (RFC 9562, section 5.7);
    /// otherwise it is the event's time.
    /// </summary>
    public DateTimeOffset AcceptedAt =>
        Guid.TryParse(Detail.CorrelationId, out var id) && id.Version == 7
            ? DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16))
            : Time;

    /// <summary>The trace that the order's sender started, or default.</summary>
    public ActivityContext Trace => Detail.Trace;

    /// <summary>Reads EventBridge's envelope; null if <paramref name="envelope"/> is not one.</summary>
    public static OrderEvent? Parse(ReadOnlyMemory<byte> envelope)
    {
        try
        {
            using var document = JsonDocument.Parse(envelope);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                && root.TryGetProperty("detail", out var raw) && OrderDetail.Parse(raw) is { } detail
                    ? new OrderEvent(id.GetString()!, detail, ReadTime(root))
                    : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The second: well-formed JSON, but a text in it is half of a surrogate pair, which no string can hold.
            return null;
        }
    }

    private static DateTimeOffset ReadTime(JsonElement root) =>
        root.TryGetProperty("time", out var time) && time.ValueKind == JsonValueKind.String && time.TryGetDateTimeOffset(out var value)
            ? value
            : default;
}
