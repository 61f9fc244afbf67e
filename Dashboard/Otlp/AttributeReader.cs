using System.Text.Json;
using Google.Protobuf.Collections;

namespace Dashboard.Otlp;

/// <summary>OTLP's attributes as the core has them.</summary>
internal sealed class AttributeReader(StringPool pool)
{
    /// <summary>A deeper value is cut off: what is nested so deep was not meant to be read.</summary>
    private const int MaximumDepth = 16;

    /// <summary>Reads a list; of a key given twice the last counts.</summary>
    public IReadOnlyList<Telemetry.Tag> Read(RepeatedField<Wire.KeyValue> attributes)
    {
        if (attributes.Count == 0)
        {
            return [];
        }

        var tags = new Telemetry.Tag[attributes.Count];
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = new(pool.Pool(attributes[i].Key), ReadValue(attributes[i].Value));
        }

        return tags;
    }

    /// <summary>Reads a value: text, number, boolean, or JSON text for what is nested; bytes as Base64.</summary>
    public object? ReadValue(Wire.AnyValue? value) => value?.ValueCase switch
    {
        Wire.AnyValue.ValueOneofCase.StringValue => pool.Pool(value.StringValue),
        Wire.AnyValue.ValueOneofCase.BoolValue => value.BoolValue,
        Wire.AnyValue.ValueOneofCase.IntValue => value.IntValue,
        Wire.AnyValue.ValueOneofCase.DoubleValue => value.DoubleValue,
        Wire.AnyValue.ValueOneofCase.BytesValue => value.BytesValue.ToBase64(),
        Wire.AnyValue.ValueOneofCase.ArrayValue or Wire.AnyValue.ValueOneofCase.KvlistValue => Json(value),
        _ => null,
    };

    private static string Json(Wire.AnyValue value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, value, MaximumDepth);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, Wire.AnyValue? value, int depth)
    {
        switch (value?.ValueCase)
        {
            case Wire.AnyValue.ValueOneofCase.StringValue: json.WriteStringValue(value.StringValue); break;
            case Wire.AnyValue.ValueOneofCase.BoolValue: json.WriteBooleanValue(value.BoolValue); break;
            case Wire.AnyValue.ValueOneofCase.IntValue: json.WriteNumberValue(value.IntValue); break;
            case Wire.AnyValue.ValueOneofCase.DoubleValue when double.IsFinite(value.DoubleValue): json.WriteNumberValue(value.DoubleValue); break;
            case Wire.AnyValue.ValueOneofCase.BytesValue: json.WriteStringValue(value.BytesValue.ToBase64()); break;
            case Wire.AnyValue.ValueOneofCase.ArrayValue when depth > 0:
                json.WriteStartArray();
                foreach (var item in value.ArrayValue.Values)
                {
                    Write(json, item, depth - 1);
                }

                json.WriteEndArray();
                break;
            case Wire.AnyValue.ValueOneofCase.KvlistValue when depth > 0:
                json.WriteStartObject();
                foreach (var pair in value.KvlistValue.Values)
                {
                    json.WritePropertyName(pair.Key);
                    Write(json, pair.Value, depth - 1);
                }

                json.WriteEndObject();
                break;
            default: json.WriteNullValue(); break;
        }
    }
}
