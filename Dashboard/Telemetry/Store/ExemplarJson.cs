using System.Globalization;
using System.Text.Json;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Store;

/// <summary>A point's exemplars as the store has them.</summary>
internal static class ExemplarJson
{
    /// <summary>Writes them.</summary>
    public static string Write(IReadOnlyList<Exemplar> exemplars)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var exemplar in exemplars)
            {
                json.WriteStartObject();
                json.WriteNumber("time_ns", UnixNanos.ToStored(exemplar.Time));
                json.WriteNumber("value", exemplar.Value);
                json.WriteString("trace_id", exemplar.TraceId.ToString());
                json.WriteString("span_id", exemplar.SpanId.ToString());
                json.WritePropertyName("attributes");
                TagJson.Write(json, exemplar.Tags);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Reads them.</summary>
    public static IReadOnlyList<Exemplar> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateArray().Select(json =>
        {
            _ = TraceId.TryParse(json.GetProperty("trace_id").GetString(), out var traceId);
            return new Exemplar(
                UnixNanos.FromStored(json.GetProperty("time_ns").GetInt64()),
                json.GetProperty("value").GetDouble(),
                traceId,
                new(ulong.Parse(json.GetProperty("span_id").GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)),
                TagJson.Read(json.GetProperty("attributes")));
        })];
    }
}
