using System.Globalization;

namespace Scenarios.Comparison;

/// <summary>How figures are written for people.</summary>
public static class FigureText
{
    /// <summary>A value with its unit; a dash if it is not known.</summary>
    public static string Text(double? value, string unit) => (value, unit) switch
    {
        (null, _) => "–",
        ({ } count, "") => count == Math.Round(count) ? Format("N0", count) : Format("N2", count),
        ({ } percent, "%") => Format("N1", percent) + " %",
        ({ } seconds, "s") => seconds < 120 ? Format("N1", seconds) + " s" : Format("N1", seconds / 60) + " min",
        ({ } amount, _) => Format("N2", amount) + " " + unit,
    };

    /// <summary>A difference with its sign.</summary>
    public static string Difference(ComparedFigure figure) => figure.Difference switch
    {
        null => "–",
        0 => "0",
        > 0 and { } more => "+" + Text(more, Unit(figure)),
        { } less => "−" + Text(-less, Unit(figure)),
    };

    /// <summary>From 20 % to 30 % is 10 percentage points more, and half as much again.</summary>
    private static string Unit(ComparedFigure figure) => figure.Unit == "%" ? "points" : figure.Unit;

    private static string Format(string format, double value) => value.ToString(format, CultureInfo.InvariantCulture);
}
