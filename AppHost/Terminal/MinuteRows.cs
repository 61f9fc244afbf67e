using System.Globalization;
using Scenarios.Reports;

namespace AppHost.Terminal;

/// <summary>
/// The table of simulated minutes as lines of text, 99 columns wide. Minute 0 is the first. What is dropped in it are events, as AWS
/// counts them: an order's event may be dropped after another invocation delivered the order.
/// </summary>
internal static class MinuteRows
{
    private static readonly (string Title, int Width)[] Columns =
    [
        ("min", 4), ("accepted", 9), ("invoked", 8), ("errors", 7), ("success", 8), ("concurrent", 11),
        ("ev. dropped", 12), ("calls", 7), ("429", 7), ("502", 6), ("delivered", 10), ("queue", 7),
    ];

    /// <summary>Its width, columns.</summary>
    public static int Width { get; } = Columns.Sum(column => column.Width);

    /// <summary>The titles.</summary>
    public static string Header { get; } = string.Concat(Columns.Select(column => column.Title.PadLeft(column.Width)));

    /// <summary>One minute.</summary>
    public static string Row(RunMinute minute) => Line(
        Number(minute.Minute),
        Number(minute.Accepted),
        Number(minute.Invocations),
        Number(minute.Errors),
        minute.SuccessRatePercent is { } success ? success.ToString("0.0", CultureInfo.InvariantCulture) + "%" : "-",
        Number(minute.ConcurrentExecutions),
        Number(minute.Dropped),
        Number(minute.Calls),
        Number(minute.Throttled),
        Number(minute.Faults),
        Number(minute.Delivered),
        Number(minute.QueueDepth));

    private static string Line(params ReadOnlySpan<string> cells)
    {
        var line = "";
        for (var column = 0; column < Columns.Length; column++)
        {
            line += cells[column].PadLeft(Columns[column].Width);
        }

        return line;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
