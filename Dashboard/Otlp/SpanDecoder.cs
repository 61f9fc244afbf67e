using Dashboard.Telemetry;
using Dashboard.Telemetry.Store;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Otlp;

/// <summary>
/// OTLP's spans from the request's bytes into rows. Written by hand, as this is where the receiver's time would go: objects for
/// every span and attribute cost more than the database does.
/// </summary>
internal sealed class SpanDecoder(ResourceReader resources) : IDisposable
{
    private const byte LastKind = (byte)SpanKind.Consumer;
    private const byte LastStatus = (byte)SpanStatus.Error;

    private readonly AttributeJson _attributes = new();
    private readonly AttributeJson _events = new();
    private readonly AttributeJson _links = new();

    /// <summary>Reads an ExportTraceServiceRequest; spans without a proper id, and those that are too large, are left out and counted.</summary>
    /// <exception cref="MalformedOtlpException">The bytes are none.</exception>
    public void Decode(ReadOnlySpan<byte> request, SpanBatch batch)
    {
        var reader = new WireReader(request);
        while (reader.NextField() is var field and not 0)
        {
            if (field == 1)
            {
                DecodeResourceSpans(reader.ReadBytes(), batch);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _attributes.Dispose();
        _events.Dispose();
        _links.Dispose();
    }

    private void DecodeResourceSpans(ReadOnlySpan<byte> bytes, SpanBatch batch)
    {
        // The resource may come after its spans.
        ReadOnlySpan<byte> resourceBytes = [];
        var reader = new WireReader(bytes);
        while (reader.NextField() is var field and not 0)
        {
            if (field == 1)
            {
                resourceBytes = reader.ReadBytes();
            }
            else
            {
                reader.Skip();
            }
        }

        var resource = resources.Read(resourceBytes).Id;
        reader = new WireReader(bytes);
        while (reader.NextField() is var field and not 0)
        {
            if (field == 2)
            {
                DecodeScopeSpans(reader.ReadBytes(), resource, batch);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void DecodeScopeSpans(ReadOnlySpan<byte> bytes, int resource, SpanBatch batch)
    {
        ReadOnlySpan<byte> scopeName = [];
        var reader = new WireReader(bytes);
        while (reader.NextField() is var field and not 0)
        {
            if (field == 1)
            {
                scopeName = FirstText(reader.ReadBytes());
            }
            else
            {
                reader.Skip();
            }
        }

        var scope = batch.Texts.Add(scopeName[..Math.Min(scopeName.Length, ItemLimit.MaximumNameLength)]);
        reader = new WireReader(bytes);
        while (reader.NextField() is var field and not 0)
        {
            if (field != 2)
            {
                reader.Skip();
                continue;
            }

            var spanBytes = reader.ReadBytes();
            if (spanBytes.Length > ItemLimit.MaximumBytes)
            {
                batch.Rejected++;
                continue;
            }

            ref var span = ref batch.Next();
            span.ResourceId = resource;
            span.Scope = scope;
            DecodeSpan(spanBytes, ref span, batch.Texts);
            if (span.TraceId.IsEmpty || span.SpanId == 0)
            {
                batch.Rejected++;
            }
            else
            {
                batch.Keep();
            }
        }
    }

    private void DecodeSpan(ReadOnlySpan<byte> bytes, ref SpanRow span, TextArena texts)
    {
        ulong start = 0, end = 0;
        ReadOnlySpan<byte> name = [];
        bool hasAttributes = false, hasEvents = false, hasLinks = false;
        var reader = new WireReader(bytes);
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: span.TraceId = TraceId.Read(reader.ReadBytes()); break;
                case 2: span.SpanId = SpanId.Read(reader.ReadBytes()).Value; break;
                case 4: span.ParentSpanId = SpanId.Read(reader.ReadBytes()).Value; break;
                case 5: name = reader.ReadBytes(); break;
                case 6: span.Kind = Known(reader.ReadVarint(), LastKind); break;
                case 7: start = reader.ReadFixed64(); break;
                case 8: end = reader.ReadFixed64(); break;
                case 9:
                    Begin(_attributes, ref hasAttributes, isArray: false);
                    var key = _attributes.WriteProperty(reader.ReadBytes(), out var value);
                    HotAttributes.Read(ref span, key, value, texts);
                    break;
                case 11:
                    Begin(_events, ref hasEvents, isArray: true);
                    WriteEvent(reader.ReadBytes());
                    break;
                case 13:
                    Begin(_links, ref hasLinks, isArray: true);
                    WriteLink(reader.ReadBytes());
                    break;
                case 15: DecodeStatus(reader.ReadBytes(), ref span, texts); break;
                default: reader.Skip(); break;
            }
        }

        span.Name = texts.Add(name);
        span.Start = UnixNanos.ToStored(start);
        span.Duration = Math.Max(0, UnixNanos.ToStored(end) - span.Start);
        span.Attributes = End(_attributes, hasAttributes, isArray: false, texts);
        span.Events = End(_events, hasEvents, isArray: true, texts);
        span.Links = End(_links, hasLinks, isArray: true, texts);
    }

    private static void DecodeStatus(ReadOnlySpan<byte> bytes, ref SpanRow span, TextArena texts)
    {
        var reader = new WireReader(bytes);
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 2 when reader.ReadBytes() is { Length: > 0 } message: span.StatusMessage = texts.Add(message); break;
                case 2: break;
                case 3: span.Status = Known(reader.ReadVarint(), LastStatus); break;
                default: reader.Skip(); break;
            }
        }
    }

    private void WriteEvent(ReadOnlySpan<byte> bytes)
    {
        var json = _events.Writer;
        json.WriteStartObject();
        ReadOnlySpan<byte> name = [];
        ulong time = 0;
        var reader = new WireReader(bytes);
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: time = reader.ReadFixed64(); break;
                case 2: name = reader.ReadBytes(); break;
                default: reader.Skip(); break;
            }
        }

        json.WriteString("name"u8, name);
        json.WriteNumber("time_ns"u8, UnixNanos.ToStored(time));
        WriteAttributes(_events, bytes, field: 3);
        json.WriteEndObject();
    }

    private void WriteLink(ReadOnlySpan<byte> bytes)
    {
        var json = _links.Writer;
        json.WriteStartObject();
        var reader = new WireReader(bytes);
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: json.WriteString("trace_id"u8, TraceId.Read(reader.ReadBytes()).ToString()); break;
                case 2: json.WriteString("span_id"u8, SpanId.Read(reader.ReadBytes()).ToString()); break;
                default: reader.Skip(); break;
            }
        }

        WriteAttributes(_links, bytes, field: 4);
        json.WriteEndObject();
    }

    private static void WriteAttributes(AttributeJson attributes, ReadOnlySpan<byte> message, int field)
    {
        attributes.Writer.WriteStartObject("attributes"u8);
        var reader = new WireReader(message);
        while (reader.NextField() is var found and not 0)
        {
            if (found == field)
            {
                attributes.WriteProperty(reader.ReadBytes(), out _);
            }
            else
            {
                reader.Skip();
            }
        }

        attributes.Writer.WriteEndObject();
    }

    private static void Begin(AttributeJson json, ref bool hasBegun, bool isArray)
    {
        if (hasBegun)
        {
            return;
        }

        hasBegun = true;
        json.Begin();
        if (isArray)
        {
            json.Writer.WriteStartArray();
        }
        else
        {
            json.Writer.WriteStartObject();
        }
    }

    private static StoredText End(AttributeJson json, bool hasBegun, bool isArray, TextArena texts)
    {
        if (!hasBegun)
        {
            return default;
        }

        if (isArray)
        {
            json.Writer.WriteEndArray();
        }
        else
        {
            json.Writer.WriteEndObject();
        }

        return texts.Add(json.End());
    }

    private static ReadOnlySpan<byte> FirstText(ReadOnlySpan<byte> message)
    {
        ReadOnlySpan<byte> text = [];
        var reader = new WireReader(message);
        while (reader.NextField() is var field and not 0)
        {
            if (field == 1)
            {
                text = reader.ReadBytes();
            }
            else
            {
                reader.Skip();
            }
        }

        return text;
    }

    private static byte Known(ulong value, byte last) => value <= last ? (byte)value : (byte)0;
}
