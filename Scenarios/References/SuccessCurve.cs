namespace Scenarios.References;

/// <summary>Share of the invocations that succeeded over time: points of minute and percent, ascending, joined by straight lines.</summary>
internal sealed class SuccessCurve(IReadOnlyList<(double Minute, double Percent)> points)
{
    /// <summary>Its lowest point; null without points.</summary>
    public double? Lowest => points.Count == 0 ? null : points.Min(point => point.Percent);

    /// <summary>Minutes from where it first falls below one share to where it first falls below another; null if it never does.</summary>
    public double? Fall(double from, double to) => Below(to) - Below(from);

    /// <summary>The minute at which it is back at a share after its lowest point; null if it never was lower, or is not back.</summary>
    public double? Recovery(double percent)
    {
        if (Lowest is not { } lowest || lowest >= percent)
        {
            return null;
        }

        var at = points.Index().First(point => point.Item.Percent == lowest).Index;
        for (var i = at + 1; i < points.Count; i++)
        {
            if (points[i].Percent >= percent)
            {
                return Crossing(i, percent);
            }
        }

        return null;
    }

    private double? Below(double percent)
    {
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Percent < percent)
            {
                return i == 0 ? points[0].Minute : Crossing(i, percent);
            }
        }

        return null;
    }

    /// <summary>Where the line that ends at a point passes a share.</summary>
    private double Crossing(int end, double percent)
    {
        var ((x1, y1), (x2, y2)) = (points[end - 1], points[end]);
        return x1 + ((x2 - x1) * (percent - y1) / (y2 - y1));
    }
}
