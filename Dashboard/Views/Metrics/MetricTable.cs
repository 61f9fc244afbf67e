using System.Globalization;
using System.Text;
using Dashboard.Telemetry.Queries;
using Scenarios.Reports;

namespace Dashboard.Views.Metrics;

/// <summary>A chart's figures as a table.</summary>
internal static class MetricTable
{
    /// <summary>The column heads: the time, then the lines, or a heat map's buckets.</summary>
    public static IReadOnlyList<string> Columns(MetricChart chart, MetricScale scale) => chart.HeatMap.Count > 0
        ? ["time", .. chart.HeatMap.Select(row => Bounds(row, scale))]
        : ["time", .. chart.Lines.Select(line => line.Name)];

    /// <summary>A bucket's bounds.</summary>
    public static string Bounds(HeatRow row, MetricScale scale) =>
        $"{Bound(row.Lower * scale.Factor)} – {Bound(row.Upper * scale.Factor)} {scale.Unit}".TrimEnd();

    /// <summary>The figures of a step.</summary>
    public static IEnumerable<double?> Row(MetricChart chart, int step) => chart.HeatMap.Count > 0
        ? chart.HeatMap.Select(row => (double?)row.Counts[step])
        : chart.Lines.Select(line => line.Values[step]);

    /// <summary>All of it as RFC 4180 has it, in the instrument's unit; times in UTC.</summary>
    public static string Csv(MetricChart chart, string unit)
    {
        var csv = new StringBuilder();
        csv.AppendJoin(',', Columns(chart, new(1, unit)).Select(CsvCell.Text)).Append("\r\n");
        for (var step = 0; step < chart.Times.Count; step++)
        {
            csv.Append(chart.Times[step].UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            foreach (var value in Row(chart, step))
            {
                csv.Append(',').Append(value?.ToString("R", CultureInfo.InvariantCulture));
            }

            csv.Append("\r\n");
        }

        return csv.ToString();
    }

    /// <summary>A figure with four digits that count.</summary>
    public static string Number(double? value) => value switch
    {
        null => "–",
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        0 => "0",
        { } number when Math.Abs(number) is >= 1_000 and < 1e15 => number.ToString("#,0.#", CultureInfo.InvariantCulture),
        { } number => number.ToString("G4", CultureInfo.InvariantCulture),
    };

    /// <summary>With three digits that count: more would not be seen in a row of a drawing.</summary>
    private static string Bound(double value) => Math.Abs(value) is > 0 and < 1_000
        ? value.ToString("G3", CultureInfo.InvariantCulture)
        : Number(double.IsFinite(value) ? Math.Round(value) : value);
}
