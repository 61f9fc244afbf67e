using System.Numerics;
using Dashboard.Ask;
using Dashboard.Components.Charts;

namespace Dashboard.Components.Pages.Ask;

/// <summary>An answer as a chart.</summary>
/// <param name="Model">What it is.</param>
/// <param name="Points">Its points.</param>
internal sealed record AnswerDrawing(ChartModel Model, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>More bars than this are not read.</summary>
    private const int MostCategories = 200;

    /// <summary>Lines over a time or a number, ascending; bars over anything else, in the answer's order.</summary>
    public static AnswerDrawing Of(Answer answer, ChartChoice choice, string title)
    {
        var x = answer.Columns[choice.X];
        var isCategory = x.Kind == ColumnKind.Text;
        IReadOnlyList<object?[]> rows = isCategory
            ? [.. answer.Rows.Take(MostCategories)]
            : [.. answer.Rows.Where(row => row[choice.X] is not null).OrderBy(row => Number(row[choice.X]))];
        var model = new ChartModel
        {
            Title = title,
            Axis = x.Kind switch { ColumnKind.Time => ChartAxis.Time, ColumnKind.Number => ChartAxis.Number, _ => ChartAxis.Category },
            AxisUnit = x.Kind == ColumnKind.Number ? x.Name : "",
            Categories = isCategory ? [.. rows.Select(row => AnswerText.Plain(row[choice.X]))] : null,
            Series = [.. choice.Y.Select(y => new ChartSeries(answer.Columns[y].Name, isCategory ? ChartMark.Bar : ChartMark.Line))],
            MaximumPoints = Math.Max(1, rows.Count),
        };
        return new(model, [.. rows.SelectMany((row, i) => choice.Y.Select((y, series) => new ChartPoint(series, isCategory ? i : Number(row[choice.X]) ?? i, Number(row[y]))))]);
    }

    /// <summary>Where a value lies on its axis; null: it is no number and no time.</summary>
    private static double? Number(object? value) => value switch
    {
        double number => number,
        BigInteger whole => (double)whole,
        DateTime time => (time - DateTime.UnixEpoch).TotalMilliseconds,
        _ => null,
    };
}
