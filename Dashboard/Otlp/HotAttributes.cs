using System.Globalization;
using Dashboard.Telemetry.Store;

namespace Dashboard.Otlp;

/// <summary>The attributes that have a column of their own, as questions are often about them.</summary>
internal static class HotAttributes
{
    /// <summary>Puts an attribute into its column, if it has one.</summary>
    public static void Read(ref SpanRow span, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, TextArena texts)
    {
        switch (key.Length)
        {
            case 20 when key.SequenceEqual("order.correlation_id"u8): span.CorrelationId = Text(value, texts); break;
            case 25 when key.SequenceEqual("http.response.status_code"u8): span.HttpStatus = Number(value); break;
            case 16 when key.SequenceEqual("http.status_code"u8): span.HttpStatus ??= Number(value); break;
            case 25 when key.SequenceEqual("http.request.resend_count"u8): span.Attempt = Number(value) + 1; break;
            case 17 when key.SequenceEqual("faas.invoked_name"u8): span.FaasName = Text(value, texts); break;
            case 9 when key.SequenceEqual("faas.name"u8): span.FaasName = Text(value, texts); break;
            case 12 when key.SequenceEqual("faas.trigger"u8): span.FaasTrigger = Text(value, texts); break;
            case 26 when key.SequenceEqual("messaging.destination.name"u8): span.Destination = Text(value, texts); break;
            case 24 when key.SequenceEqual("messaging.operation.name"u8): span.Operation = Text(value, texts); break;
            case 24 when key.SequenceEqual("messaging.operation.type"u8) && span.Operation.IsNull: span.Operation = Text(value, texts); break;
            case 10 when key.SequenceEqual("error.type"u8): span.ErrorType = Text(value, texts); break;
        }
    }

    private static StoredText Text(ReadOnlySpan<byte> anyValue, TextArena texts)
    {
        var reader = new WireReader(anyValue);
        return reader.NextField() switch
        {
            1 => texts.Add(reader.ReadBytes()),
            3 => texts.Add(((long)reader.ReadVarint()).ToString(CultureInfo.InvariantCulture)),
            _ => default,
        };
    }

    private static int? Number(ReadOnlySpan<byte> anyValue)
    {
        var reader = new WireReader(anyValue);
        switch (reader.NextField())
        {
            case 3 when (long)reader.ReadVarint() is var number and >= 0 and < int.MaxValue: return (int)number;
            default: return null;
        }
    }
}
