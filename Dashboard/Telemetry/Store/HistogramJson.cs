using System.Text.Json;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Telemetry.Store;

/// <summary>A histogram's buckets as the store has them.</summary>
internal static class HistogramJson
{
    /// <summary>Writes the buckets.</summary>
    public static string Write(Histogram histogram)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            switch (histogram)
            {
                case ExplicitHistogram known:
                    Write(json, "bounds", known.Bounds);
                    Write(json, "counts", known.Counts);
                    break;
                case ExponentialHistogram known:
                    json.WriteNumber("scale", known.Scale);
                    json.WriteNumber("zero_count", known.ZeroCount);
                    json.WriteNumber("zero_threshold", known.ZeroThreshold);
                    Write(json, "positive", known.Positive);
                    Write(json, "negative", known.Negative);
                    break;
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Reads a point's histogram.</summary>
    public static Histogram Read(string text, double count, double sum, double? min, double? max)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        return json.TryGetProperty("scale", out var scale)
            ? new ExponentialHistogram
            {
                Count = count,
                Sum = sum,
                Min = min,
                Max = max,
                Scale = scale.GetInt32(),
                ZeroCount = json.GetProperty("zero_count").GetDouble(),
                ZeroThreshold = json.GetProperty("zero_threshold").GetDouble(),
                Positive = ReadRun(json.GetProperty("positive")),
                Negative = ReadRun(json.GetProperty("negative")),
            }
            : new ExplicitHistogram
            {
                Count = count,
                Sum = sum,
                Min = min,
                Max = max,
                Bounds = ReadNumbers(json.GetProperty("bounds")),
                Counts = ReadNumbers(json.GetProperty("counts")),
            };
    }

    private static void Write(Utf8JsonWriter json, string name, BucketRun run)
    {
        json.WriteStartObject(name);
        json.WriteNumber("offset", run.Offset);
        Write(json, "counts", run.Counts);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(double.IsFinite(number) ? number : number > 0 ? double.MaxValue : double.MinValue);
        }

        json.WriteEndArray();
    }

    private static BucketRun ReadRun(JsonElement json) => new(json.GetProperty("offset").GetInt32(), ReadNumbers(json.GetProperty("counts")));

    private static double[] ReadNumbers(JsonElement json) => [.. json.EnumerateArray().Select(number => number.GetDouble())];
}
