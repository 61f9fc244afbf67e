using Dashboard.Telemetry.Queries;

namespace Dashboard.Views.Metrics;

/// <summary>Units as one reads them. Source: OpenTelemetry semantic conventions, "Instrument units" (UCUM).</summary>
internal static class UnitText
{
    /// <summary>What a histogram counts.</summary>
    public const string Values = "values";

    /// <summary>The unit of a chart's values.</summary>
    public static string Of(string unit, MetricShape shape, bool isHistogram)
    {
        var word = Word(unit);
        return (shape, isHistogram) switch
        {
            (MetricShape.Rate, true) => "values/s",
            (MetricShape.Value, true) or (MetricShape.HeatMap, _) => Values,
            (MetricShape.Rate, false) => word.Length == 0 ? "1/s" : $"{word}/s",
            _ => word,
        };
    }

    private static string Word(string unit) => unit switch
    {
        "" or "1" => "",
        "By" => "bytes",
        "KiBy" => "KiB",
        "MiBy" => "MiB",
        "us" => "µs",
        "Cel" => "°C",
        _ => unit.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace("By", "bytes", StringComparison.Ordinal),
    };
}
