using Dashboard.Components.Charts;
using Scenarios.References;

namespace Dashboard.Components.Pages.Lab;

/// <summary>What the lab's charts are, apart from their points. All have simulated minutes below.</summary>
internal static class LabChartModels
{
    private const int Blue = 0;
    private const int Orange = 1;
    private const int Green = 2;
    private const int Pink = 3;
    private const int Grey = 10;
    private const string NoInvocation = "No data yet: no invocation has ended";

    /// <summary>From acceptance to delivery.</summary>
    public static ChartModel Delivery { get; } = Model("Time to delivery", "s", [new("p50", Colour: Blue), new("p99", Colour: Pink)]) with
    {
        Empty = "No data yet: no order has been delivered",
    };

    /// <summary>The function's duration and where its 90th percentile is expected.</summary>
    public static ChartModel Duration { get; } = Model(
        "Function duration",
        "s",
        [
            new("p50", Colour: Blue), new("p90", Colour: Orange), new("p99", Colour: Pink),
            new("p90 expected from", Colour: Grey, IsDashed: true, IsFaint: true), new("to", Colour: Grey, IsDashed: true, IsFaint: true),
        ]) with
    { Empty = NoInvocation };

    /// <summary>The queue.</summary>
    public static ChartModel Queue { get; } = Model(
        "Queue depth", "messages", [new("messages", ChartMark.Area, Blue), new("age of the oldest", Colour: Orange, IsOnRight: true)]) with
    { RightUnit = "s" };

    /// <summary>The talk's first chart.</summary>
    public static ChartModel Success(ReferenceCurves? reference) => Model(
        "Success rate (left) and errors a minute (right)",
        "%",
        [new("success rate", Colour: Green), new("errors", Colour: Orange, IsOnRight: true)],
        reference is null
            ? []
            : [new($"success, {reference.Name}", Colour: Green, IsDashed: true, IsFaint: true), new($"errors, {reference.Name}", Colour: Orange, IsDashed: true, IsFaint: true, IsOnRight: true)]) with
    {
        Empty = NoInvocation,
        Maximum = 100,
        RightUnit = "errors/min",
    };

    /// <summary>The talk's second chart.</summary>
    public static ChartModel Concurrency(ReferenceCurves? reference) => Model(
        "ConcurrentExecutions",
        "executions",
        [new("concurrent", Colour: Blue), new("account limit", Colour: Grey, IsDashed: true, IsLimit: true)],
        reference is null ? [] : [new(reference.Name, Colour: Blue, IsDashed: true, IsFaint: true)]);

    /// <summary>The talk's third chart.</summary>
    public static ChartModel Dropped(ReferenceCurves? reference) => Model(
        "AsyncEventsDropped",
        "events/min",
        [new("dropped", Colour: Pink)],
        reference is null ? [] : [new(reference.Name, Colour: Pink, IsDashed: true, IsFaint: true)]);

    private static ChartModel Model(string title, string unit, ChartSeries[] measured, params ChartSeries[] references) => new()
    {
        Title = title,
        Unit = unit,
        Axis = ChartAxis.Number,
        AxisUnit = "min",
        Empty = "No data yet: a run's first points come a few seconds after it begins",
        Series = [.. measured, .. references],
    };
}
