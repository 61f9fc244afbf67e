using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Notification.Api.Orders;

/// <summary>
/// A caller's order on its way to an event's detail: the same object, to the letter, with our <c>meta_data</c> at its
/// end in place of any that the caller sent.
/// </summary>
internal sealed class OrderDetail
{
    /// <summary>
    /// Levels that an order may be nested. Whoever reads the event finds it some levels down in an envelope, and
    /// common JSON readers give up at 64.
    /// </summary>
    public const int MaximumDepth = 60;

    /// <summary>Room for the longest <c>meta_data</c>.</summary>
    private const int MetaDataLength = 160;

    private static readonly JsonReaderOptions Unlimited = new() { MaxDepth = int.MaxValue };

    private readonly ArrayBufferWriter<byte> _json;

    private OrderDetail(int bodyLength) => _json = new ArrayBufferWriter<byte>(bodyLength + MetaDataLength);

    private static ReadOnlySpan<byte> MetaData => "meta_data"u8;

    /// <summary>Takes an order.</summary>
    /// <param name="body">What the caller sent.</param>
    /// <returns>The order, or why it is none.</returns>
    public static (OrderDetail? Detail, Refusal? Refusal) Read(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(Encoding.UTF8.Preamble))
        {
            return (null, Refusal.ByteOrderMark);
        }

        if (!Utf8.IsValid(body))
        {
            return (null, Refusal.InvalidUtf8);
        }

        if (body.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return (null, Refusal.Empty);
        }

        var detail = new OrderDetail(body.Length);
        try
        {
            return detail.Copy(body) is { } refusal ? (null, refusal) : (detail, null);
        }
        catch (JsonException invalid)
        {
            return (null, Refusal.NotJson(invalid.LineNumber ?? 0, invalid.BytePositionInLine ?? 0));
        }
    }

    /// <summary>Adds what goes with the order, once.</summary>
    /// <param name="traceParent">The trace that the order begins in (W3C); null: none.</param>
    /// <returns>The event's detail.</returns>
    public string Seal(string correlationId, string? traceParent)
    {
        _json.Write("\"meta_data\":"u8);
        using (var writer = new Utf8JsonWriter(_json))
        {
            writer.WriteStartObject();
            writer.WriteString("correlation_id"u8, correlationId);
            if (traceParent is not null)
            {
                writer.WriteString("traceparent"u8, traceParent);
            }

            writer.WriteEndObject();
        }

        _json.Write("}"u8);
        return Encoding.UTF8.GetString(_json.WrittenSpan);
    }

    /// <summary>Copies everything but <c>meta_data</c>, and leaves the object open.</summary>
    private Refusal? Copy(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, Unlimited);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var kind = Describe(reader.TokenType);
            ReadToEnd(ref reader);
            return Refusal.NotAnObject(kind);
        }

        _json.Write("{"u8);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var isMetaData = IsMetaData(ref reader);
            if (!SkipValue(ref reader))
            {
                return Refusal.TooDeep(MaximumDepth);
            }

            if (!isMetaData)
            {
                _json.Write(body[start..(int)reader.BytesConsumed]);
                _json.Write(","u8);
            }
        }

        ReadToEnd(ref reader);
        return null;
    }

    /// <summary>What follows must be JSON too; behind the outermost value nothing may follow.</summary>
    private static void ReadToEnd(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
        }
    }

    /// <summary>Moves to the end of a property's value; false: it is nested too deeply.</summary>
    private static bool SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        var level = reader.CurrentDepth;
        while (true)
        {
            var begins = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            if (begins && reader.CurrentDepth >= MaximumDepth)
            {
                return false;
            }

            if (!begins && reader.CurrentDepth == level)
            {
                return true;
            }

            reader.Read();
        }
    }

    private static bool IsMetaData(ref Utf8JsonReader name)
    {
        try
        {
            return name.ValueTextEquals(MetaData);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: allowed by the grammar, and no letter of our name.
            return false;
        }
    }

    private static string Describe(JsonTokenType kind) => kind switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };
}
