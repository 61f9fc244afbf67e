using System.Globalization;
using System.Net;
using System.Text;

namespace AppHost.Experiments.Output;

/// <summary>A chart over simulated minutes as SVG: no script, so that it prints and works in ten years.</summary>
internal sealed class LineChart
{
    private const double Width = 560;
    private const double Height = 260;
    private const double Left = 52;
    private const double Right = 12;
    private const double Top = 10;
    private const double Bottom = 40;
    private const int StepsUp = 4;
    private const int StepsAcross = 8;

    private readonly Scale _across;
    private readonly Scale _up;
    private readonly StringBuilder _svg = new();

    private LineChart(IReadOnlyList<ChartLine> lines, double? top)
    {
        var points = lines.SelectMany(line => line.Points).ToArray();
        _across = Scale.For(points.Select(point => point.Minute).DefaultIfEmpty(0).Max(), StepsAcross);
        _up = Scale.For(top ?? points.Max(point => point.Value) ?? 0, StepsUp);
    }

    /// <summary>A figure with title, chart and legend.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="unit">Of the vertical axis.</param>
    /// <param name="lines">The lines, the faintest first.</param>
    /// <param name="top">The end of the vertical axis; null: by the highest value.</param>
    public static string Draw(string title, string unit, IReadOnlyList<ChartLine> lines, double? top = null)
    {
        var chart = new LineChart(lines, top);
        chart.DrawAxes(unit);
        foreach (var line in lines)
        {
            chart.DrawLine(line);
        }

        var legend = string.Concat(lines.OrderBy(line => line.Style == ChartLine.Reference).Select(line => $"<span class=\"{line.Style}\"><i></i>{WebUtility.HtmlEncode(line.Name)}</span>"));
        return $"""
            <figure>
            <h3>{WebUtility.HtmlEncode(title)}</h3>
            <svg viewBox="0 0 {Width} {Height}" role="img" aria-label="{WebUtility.HtmlEncode(title)}">{chart._svg}</svg>
            <figcaption>{legend}</figcaption>
            </figure>

            """;
    }

    private void DrawAxes(string unit)
    {
        foreach (var tick in _up.Ticks)
        {
            Append($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(tick):0.#}\" y2=\"{Y(tick):0.#}\"/>");
            Append($"<text x=\"{Left - 6}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">{tick:#,0.##}</text>");
        }

        foreach (var tick in _across.Ticks)
        {
            Append($"<text x=\"{X(tick):0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{tick:0.#}</text>");
        }

        Append($"<text x=\"{Width - Right}\" y=\"{Height - 6}\" text-anchor=\"end\">simulated minutes</text>");
        Append($"<text x=\"{Left}\" y=\"{Height - 6}\">{WebUtility.HtmlEncode(unit)}</text>");
    }

    private void DrawLine(ChartLine line)
    {
        var path = new StringBuilder();
        var isDown = false;
        foreach (var (minute, value) in line.Points)
        {
            if (value is { } known)
            {
                path.Append(CultureInfo.InvariantCulture, $"{(isDown ? 'L' : 'M')}{X(minute):0.#} {Y(Math.Min(known, _up.Maximum)):0.#}");
            }

            isDown = value is not null;
        }

        Append($"<path class=\"{line.Style}\" d=\"{path}\"/>");
    }

    private double X(double minute) => Left + ((Width - Left - Right) * minute / _across.Maximum);

    private double Y(double value) => Top + ((Height - Top - Bottom) * (1 - (value / _up.Maximum)));

    private void Append(FormattableString text) => _svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
