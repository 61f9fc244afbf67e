using System.Globalization;
using Dashboard.Cloud;
using Dashboard.Components.Formats;

namespace Dashboard.Lab.Figures;

/// <summary>The picture of the pipeline: what each part shows, how it does and why, and which way events take.</summary>
public sealed record PipelineView
{
    private const double HighConcurrency = 0.8;
    private const double NotableConcurrency = 0.5;
    private const double PoorSuccess = 0.8;
    private const double GoodSuccess = 0.95;
    private const double MostThrottled = 0.5;
    private const double SomeThrottled = 0.05;

    /// <summary>The age of the oldest message that is much, simulated seconds.</summary>
    private const double LongWait = 60;

    /// <summary>That is too much, simulated seconds.</summary>
    private const double VeryLongWait = 300;

    private const double ManyPending = 100;

    /// <summary>Below this a rate is nothing worth a word, a second.</summary>
    private const double Notable = 0.05;

    /// <summary>Takes orders.</summary>
    public required Station Api { get; init; }

    /// <summary>Routes events.</summary>
    public required Station Bus { get; init; }

    /// <summary>Holds messages.</summary>
    public required Station Queue { get; init; }

    /// <summary>The function.</summary>
    public required Station Delivery { get; init; }

    /// <summary>The downstream.</summary>
    public required Station SlowApi { get; init; }

    /// <summary>The path without the queue.</summary>
    public required PathUse Direct { get; init; }

    /// <summary>The path through the queue.</summary>
    public required PathUse ThroughQueue { get; init; }

    /// <summary>Rates on the arrows.</summary>
    public required PipelineFigures Figures { get; init; }

    /// <summary>Draws some figures.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="flow">Which way new events take; null: not known, and what flows says it.</param>
    public static PipelineView Of(PipelineFigures figures, PipelineLimits limits, FlowControlState? flow) => new()
    {
        Api = ApiOf(figures),
        Bus = BusOf(figures),
        Queue = QueueOf(figures),
        Delivery = DeliveryOf(figures, limits),
        SlowApi = SlowApiOf(figures, limits),
        Direct = UseOf(flow is { Settled: false }, flow is null ? figures.Direct >= Notable : !flow.Enabled, figures.PendingAtFunction > 0),
        ThroughQueue = UseOf(
            flow is { Settled: false }, flow is null ? figures.Queued >= Notable : flow.Enabled, figures.Visible + figures.NotVisible > 0),
        Figures = figures,
    };

    /// <summary>A number as it is read from afar: <c>1,234</c>, <c>12.3</c>, <c>0.45</c>.</summary>
    public static string Number(double value) => value.ToString(
        Math.Abs(value) switch { >= 100 => "#,0", >= 10 => "0.#", _ => "0.##" }, CultureInfo.InvariantCulture);

    /// <summary>A rate: <c>12.3/s</c>.</summary>
    public static string Rate(double value) => $"{Number(value)}/s";

    private static PathUse UseOf(bool isSwitching, bool isChosen, bool holdsSomething) =>
        isSwitching ? PathUse.Switching
        : isChosen ? PathUse.InUse
        : holdsSomething ? PathUse.Draining
        : PathUse.Idle;

    private static Station ApiOf(PipelineFigures figures) => Judge(
        new()
        {
            Name = "Notification.Api",
            Kind = "API Gateway + Lambda",
            Figure = Number(figures.Accepted),
            Unit = "orders/s accepted",
            Facts = figures.Rejected >= Notable ? [new("refused", Rate(figures.Rejected))] : [],
        },
        (figures.Rejected >= Notable, StationState.Strained, $"refuses {Rate(figures.Rejected)}"));

    private static Station BusOf(PipelineFigures figures) => Judge(
        new()
        {
            Name = "EventBridge",
            Kind = "event bus",
            Figure = Number(figures.PendingAtEventBridge),
            Unit = "events on their way",
        },
        (figures.FailedAtEventBridge > 0, StationState.Overloaded, $"gives up on {Rate(figures.FailedAtEventBridge)}"),
        (figures.PendingAtEventBridge >= ManyPending, StationState.Strained, "the target does not take them"));

    private static Station QueueOf(PipelineFigures figures)
    {
        var fallsBehind = figures.Queued > figures.Taken * 1.1 && figures.Visible > 0;
        var oldest = TimeText.Duration(TimeSpan.FromSeconds(Math.Round(figures.AgeOfOldest)));
        return Judge(
            new()
            {
                Name = "SQS queue",
                Kind = "holds what is too much",
                Figure = Number(figures.Visible + figures.NotVisible),
                Unit = "messages",
                Facts =
                [
                    new("oldest waits", oldest),
                    new("waiting", Number(figures.Visible)),
                    new("taken, not done", Number(figures.NotVisible)),
                ],
            },
            (figures.AgeOfOldest > VeryLongWait && fallsBehind, StationState.Overloaded, $"{Rate(figures.Queued)} come, {Rate(figures.Taken)} go"),
            (figures.AgeOfOldest > LongWait, StationState.Strained, $"the oldest waits {oldest}"));
    }

    private static Station DeliveryOf(PipelineFigures figures, PipelineLimits limits)
    {
        var share = figures.Concurrent / limits.Account;
        var success = figures.Ended < Notable ? 1 : figures.Succeeded / figures.Ended;
        var percent = (100 * success).ToString("0.#", CultureInfo.InvariantCulture);
        return Judge(
            new()
            {
                Name = "Delivery",
                Kind = "Lambda",
                Figure = Number(figures.Concurrent),
                Unit = "concurrent executions",
                Fill = Math.Clamp(share, 0, 1),
                FillText = $"of {Number(limits.Account)} that the account allows; the queue may use {Number(limits.Mapping)}",
                Facts =
                [
                    new("invocations", Rate(figures.Ended)),
                    new("failed", Rate(figures.Errors)),
                    new("timeouts", Rate(figures.Timeouts)),
                    new("retries", Rate(figures.Retries)),
                    new("wait for a retry", Number(figures.WaitingForRetry)),
                ],
            },
            (figures.AccountThrottles >= Notable, StationState.Overloaded, $"{Rate(figures.AccountThrottles)} refused: no concurrency left"),
            (share > HighConcurrency, StationState.Overloaded, $"{Number(100 * share)} % of the account's concurrency"),
            (success < PoorSuccess, StationState.Overloaded, $"only {percent} % of the invocations succeed"),
            (share is > NotableConcurrency and <= HighConcurrency, StationState.Strained, $"{Number(100 * share)} % of the account's concurrency"),
            (success is >= PoorSuccess and < GoodSuccess, StationState.Strained, $"{percent} % of the invocations succeed"));
    }

    private static Station SlowApiOf(PipelineFigures figures, PipelineLimits limits)
    {
        var throttled = figures.Calls < Notable ? 0 : figures.Throttled / figures.Calls;
        var tokens = figures.Tokens is { } level ? Math.Clamp(level, 0, limits.Burst) : (double?)null;
        return Judge(
            new()
            {
                Name = "SlowApi",
                Kind = "API Gateway + Lambda",
                Figure = Number(figures.Calls),
                Unit = $"calls/s, {Number(limits.Rate)}/s allowed",
                Fill = tokens / limits.Burst,
                FillText = tokens is { } permits ? $"{Number(permits)} of {Number(limits.Burst)} tokens in the bucket" : "",
                Facts =
                [
                    new("200", Rate(figures.Processed)),
                    new("429", Rate(figures.Throttled)),
                    new("502", Rate(figures.Faults)),
                ],
            },
            (throttled > MostThrottled, StationState.Overloaded, $"answers {Number(100 * throttled)} % of the calls with 429"),
            (throttled is > SomeThrottled and <= MostThrottled, StationState.Strained, $"answers {Number(100 * throttled)} % of the calls with 429"));
    }

    private static Station Judge(Station station, params ReadOnlySpan<(bool IsTrue, StationState State, string Reason)> rules)
    {
        var state = StationState.Ok;
        List<string> reasons = [];
        foreach (var (isTrue, worse, reason) in rules)
        {
            if (isTrue)
            {
                state = worse > state ? worse : state;
                reasons.Add(reason);
            }
        }

        return station with { State = state, Reasons = reasons };
    }
}
