namespace Scenarios.References;

/// <summary>Share of the invocations that succeeded over time: points of minute and percent, ascending, joined by straight lines.</summary>
internal sealed class SuccessCurve(IReadOnlyList<(double Minute, double Percent)> points)
{
    /// <summary>Its lowest point; null without points.</summary>
    public double? Lowest => points.Count == 0 ? null : points.Min(point => point.Percent);

    /// <summary>Minutes that its fall below one share took, up to where it is first below another; null if it never is. A dip before is none of it.</summary>
    public double? Fall(double from, double to)
    {
        var end = points.Index().Where(point => point.Item.Percent < to).Select(point => point.Index).DefaultIfEmpty(-1).First();
        if (end < 0)
        {
            return null;
        }

        var begin = end;
        while (begin > 0 && points[begin - 1].Percent < from)
        {
            begin--;
        }

        return Crossing(end, to) - Crossing(begin, from);
    }

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

    /// <summary>Where the line that ends at a point passes a share; the first point ends none.</summary>
    private double Crossing(int end, double percent)
    {
        if (end == 0)
        {
            return points[0].Minute;
        }

        var ((x1, y1), (x2, y2)) = (points[end - 1], points[end]);
        return x1 + ((x2 - x1) * (percent - y1) / (y2 - y1));
    }
}
