using System.Globalization;
using Scenarios.Reports;

namespace Scenarios.Comparison;

/// <summary>Two runs beside each other: their figures, and what their difference means, in words.</summary>
public sealed class RunComparison
{
    private const double SecondsPerMinute = 60;

    private RunComparison(IReadOnlyList<ComparedFigure> figures, IReadOnlyList<string> verdict) => (Figures, Verdict) = (figures, verdict);

    /// <summary>Their figures.</summary>
    public IReadOnlyList<ComparedFigure> Figures { get; }

    /// <summary>
    /// What was lost, what was late, what it cost, and what to be careful with; a sentence each. It begins with what else differs than
    /// flow control: that it was turned, or settings changed.
    /// </summary>
    public IReadOnlyList<string> Verdict { get; }

    /// <summary>Compares two runs.</summary>
    /// <param name="first">The run that the other is compared with.</param>
    /// <param name="second">The other.</param>
    /// <param name="firstName">What the first is called in the verdict.</param>
    /// <param name="secondName">What the second is called.</param>
    public static RunComparison Of(RunReport first, RunReport second, string firstName, string secondName)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new([.. Compare(first, second)], [.. Judge(first, second, firstName, secondName)]);
    }

    private static IEnumerable<ComparedFigure> Compare(RunReport first, RunReport second)
    {
        ComparedFigure Figure(string title, string unit, Func<RunReport, double?> value) => new(title, unit, value(first), value(second));

        yield return Figure("Orders accepted", "", report => report.Totals.Accepted);
        yield return Figure("Delivered", "", report => report.Totals.Delivered);
        yield return Figure("Dropped", "", report => report.Totals.Dropped);
        yield return Figure("Delivered of accepted", "%", DeliveredPercent);
        yield return Figure("Calls of SlowApi", "", report => report.Totals.Calls);
        yield return Figure("Calls a delivered order", "", CallsPerDelivery);
        yield return Figure("Throttled (429) of calls", "%", report => Percent(report.Totals.Throttled, report.Totals.Calls));
        yield return Figure("Invocations", "", report => report.Totals.Invocations);
        yield return Figure("Errors", "", report => report.Totals.InvocationErrors);
        yield return Figure("Timeouts", "", report => report.Totals.Timeouts);
        yield return Figure("Orders processed twice", "", report => report.Totals.ProcessedTwice);
        yield return Figure("Peak ConcurrentExecutions", "", report => report.Peaks.ConcurrentExecutions);
        yield return Figure("Peak AsyncEventsDropped a minute", "", report => report.Peaks.AsyncEventsDroppedPerMinute);
        yield return Figure("Peak Errors a minute", "", report => report.Peaks.ErrorsPerMinute);
        yield return Figure("Lowest success rate of a minute", "%", report => report.Minutes.Min(minute => minute.SuccessRatePercent));
        yield return Figure("Peak queue depth", "", report => report.Peaks.QueueDepth);
        yield return Figure("Time to delivery, p50", "s", report => report.TimeToDelivery.P50Seconds);
        yield return Figure("Time to delivery, p99", "s", report => report.TimeToDelivery.P99Seconds);
        yield return Figure("Everything settled after", "s", report => report.SimulatedSeconds);
        yield return Figure("Cost on AWS", first.Cost?.Currency ?? "", report => (double?)report.Cost?.Total);
        yield return Figure("Of it for dropped orders", first.Cost?.Currency ?? "", report => (double?)report.Cost?.Waste);
        yield return Figure("Cost of 1,000 deliveries", first.Cost?.Currency ?? "", report => (double?)report.Cost?.PerThousandDelivered);
    }

    private static IEnumerable<string> Judge(RunReport first, RunReport second, string firstName, string secondName)
    {
        foreach (var caution in ComparisonCautions.OfWhatWasPlayed(first, second, firstName, secondName))
        {
            yield return caution;
        }

        yield return Text($"Lost: {Lost(first, firstName)}; {Lost(second, secondName)}.");
        yield return Text($"Late: {Late(first, firstName)}; {Late(second, secondName)}.");
        if (first.Cost is { } a && second.Cost is { } b)
        {
            yield return Text($"Cost: {a.Total:0.00} {a.Currency} {firstName}, {a.Waste:0.00} of it for nothing; {b.Total:0.00} {b.Currency} {secondName}, {b.Waste:0.00} of it for nothing.");
        }

        if (CallsPerDelivery(first) is { } before && CallsPerDelivery(second) is { } after)
        {
            yield return Text($"Amplification: {before:0.0} calls of SlowApi for each delivered order {firstName}, {after:0.0} {secondName}.");
        }

        foreach (var caution in ComparisonCautions.OfHowItEnded(first, second))
        {
            yield return caution;
        }
    }

    private static string Lost(RunReport report, string name) => report.Totals.Dropped == 0
        ? Text($"nothing {name}")
        : Text($"{report.Totals.Dropped:N0} of {report.Totals.Accepted:N0} orders ({Percent(report.Totals.Dropped, report.Totals.Accepted):0.0} %) {name}");

    private static string Late(RunReport report, string name) => report.TimeToDelivery is { P50Seconds: { } half, P99Seconds: { } most }
        ? Text($"{name} half of the deliveries took {Duration(half)}, one in a hundred more than {Duration(most)}")
        : Text($"{name} nothing was delivered");

    private static double? DeliveredPercent(RunReport report) => Percent(report.Totals.Delivered, report.Totals.Accepted);

    private static double? CallsPerDelivery(RunReport report) =>
        report.Totals.Delivered == 0 ? null : (double)report.Totals.Calls / report.Totals.Delivered;

    private static double? Percent(long part, long whole) => whole == 0 ? null : 100.0 * part / whole;

    private static string Duration(double seconds) =>
        seconds < 2 * SecondsPerMinute ? Text($"{seconds:0} s") : Text($"{seconds / SecondsPerMinute:0.0} minutes");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
