using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashboard.Otlp;

/// <summary>OTLP's attributes from protobuf into JSON, without an object between. One thread at a time.</summary>
internal sealed class AttributeJson : IDisposable
{
    /// <summary>A deeper value is cut off: what is nested so deep was not meant to be read.</summary>
    private const int MaximumDepth = 16;

    /// <summary>Whole numbers below are written exactly by a format of one decimal.</summary>
    private const double LargestWholeWithDecimal = 1e15;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _json;

    public AttributeJson() =>
        _json = new(_buffer, new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The writer, for what surrounds attributes.</summary>
    public Utf8JsonWriter Writer => _json;

    /// <summary>Begins anew.</summary>
    public void Begin()
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
    }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> End()
    {
        _json.Flush();
        return _buffer.WrittenSpan;
    }

    /// <summary>Writes a KeyValue as a property.</summary>
    /// <param name="keyValue">The message's bytes.</param>
    /// <param name="value">Its value's bytes.</param>
    /// <returns>Its key.</returns>
    public ReadOnlySpan<byte> WriteProperty(ReadOnlySpan<byte> keyValue, out ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> key = [];
        value = [];
        var reader = new WireReader(keyValue);
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: key = reader.ReadBytes(); break;
                case 2: value = reader.ReadBytes(); break;
                default: reader.Skip(); break;
            }
        }

        _json.WritePropertyName(key);
        WriteValue(value, MaximumDepth);
        return key;
    }

    /// <inheritdoc />
    public void Dispose() => _json.Dispose();

    private void WriteValue(ReadOnlySpan<byte> anyValue, int depth)
    {
        var reader = new WireReader(anyValue);
        var isWritten = false;
        while (reader.NextField() is var field and not 0)
        {
            if (isWritten || field > 7)
            {
                reader.Skip();
                continue;
            }

            isWritten = true;
            switch (field)
            {
                case 1: _json.WriteStringValue(reader.ReadBytes()); break;
                case 2: _json.WriteBooleanValue(reader.ReadVarint() != 0); break;
                case 3: _json.WriteNumberValue((long)reader.ReadVarint()); break;
                case 4: WriteDouble(reader.ReadDouble()); break;
                case 5: WriteArray(reader.ReadBytes(), depth); break;
                case 6: WriteObject(reader.ReadBytes(), depth); break;
                default: _json.WriteBase64StringValue(reader.ReadBytes()); break;
            }
        }

        if (!isWritten)
        {
            _json.WriteNullValue();
        }
    }

    private void WriteArray(ReadOnlySpan<byte> list, int depth)
    {
        _json.WriteStartArray();
        var reader = new WireReader(list);
        while (depth > 0 && reader.NextField() is var field and not 0)
        {
            if (field == 1)
            {
                WriteValue(reader.ReadBytes(), depth - 1);
            }
            else
            {
                reader.Skip();
            }
        }

        _json.WriteEndArray();
    }

    private void WriteObject(ReadOnlySpan<byte> list, int depth)
    {
        _json.WriteStartObject();
        var reader = new WireReader(list);
        while (depth > 0 && reader.NextField() is var field and not 0)
        {
            if (field != 1)
            {
                reader.Skip();
                continue;
            }

            ReadOnlySpan<byte> key = [];
            ReadOnlySpan<byte> value = [];
            var pair = new WireReader(reader.ReadBytes());
            while (pair.NextField() is var part and not 0)
            {
                switch (part)
                {
                    case 1: key = pair.ReadBytes(); break;
                    case 2: value = pair.ReadBytes(); break;
                    default: pair.Skip(); break;
                }
            }

            _json.WritePropertyName(key);
            WriteValue(value, depth - 1);
        }

        _json.WriteEndObject();
    }

    /// <summary>JSON knows neither infinities nor not-a-numbers; a whole number keeps its decimal, so that it comes back as a double.</summary>
    private void WriteDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            _json.WriteStringValue(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        else if (value == Math.Truncate(value) && Math.Abs(value) < LargestWholeWithDecimal)
        {
            Span<byte> text = stackalloc byte[32];
            value.TryFormat(text, out var length, "F1", System.Globalization.CultureInfo.InvariantCulture);
            _json.WriteRawValue(text[..length], skipInputValidation: true);
        }
        else
        {
            _json.WriteNumberValue(value);
        }
    }
}
