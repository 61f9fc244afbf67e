using System.Globalization;
using Dashboard.Components.Formats;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;
using Dashboard.Views.Traces;

namespace Dashboard.Story;

/// <summary>All that is known of one order.</summary>
internal sealed record OrderStory
{
    private const string ResendCount = "http.request.resend_count";

    /// <summary>The order.</summary>
    public required OrderRow Order { get; init; }

    /// <summary>The run whose kept telemetry it is told from; null: this process holds it.</summary>
    public string? EarlierRun { get; init; }

    /// <summary>The log lines that name it, over all services, the oldest first.</summary>
    public required IReadOnlyList<StoryLine> Lines { get; init; }

    /// <summary>Its trace; null if nothing of it is held.</summary>
    public TraceScene? Scene { get; init; }

    /// <summary>How many log lines its services wrote while it was under way, whatever they are about.</summary>
    public required long LinesMeanwhile { get; init; }

    /// <summary>The first of these, if none names the order.</summary>
    public IReadOnlyList<StoryLine> Haystack { get; init; } = [];

    /// <summary>There is an order, its services wrote, and nothing that they wrote names it: they log plain text.</summary>
    public bool IsUnstructured => Lines.Count == 0 && LinesMeanwhile > 0;

    /// <summary>The beginning of its time.</summary>
    public DateTimeOffset Start => Order.AcceptedAt ?? Scene?.Tree.Start ?? Lines[0].Record.Time;

    /// <summary>The end of its time: of the last thing that was done for it.</summary>
    public DateTimeOffset Until => Order.EndedAt is { } end && !(Scene?.Tree.End > end) ? end : Scene?.Tree.End ?? Start;

    /// <summary>Its end, in a sentence.</summary>
    public string End
    {
        get
        {
            var tries = $"{Count(Order.Invocations, "invocation")} and {Count(Order.Attempts, "attempt")}";
            var after = Order.Duration is { } duration ? $", {TimeText.Duration(Rounded(duration))} after it was accepted" : "";
            return Order.Status switch
            {
                OrderStatus.Delivered => $"Delivered after {tries}{after}.",
                OrderStatus.Dropped => $"Dropped after {tries}{after}: {Reason(Order.DropReason)}{Causes()}.",
                _ => $"Nothing says how it ended: {tries} so far.",
            };
        }
    }

    /// <summary>Invocations and calls on a line of time, the longer first.</summary>
    public IReadOnlyList<StoryBar> Bars
    {
        get
        {
            if (Scene is not { } scene)
            {
                return [];
            }

            var scale = new TimeScale(Start, Until);
            return
            [
                .. scene.Tree.Nodes.Where(node => IsInvocation(node.Span) || IsCall(node.Span))
                    .Select(node => (node, bar: scale.Bar(node.Span.Start, node.End)))
                    .Where(item => item.bar is not null)
                    .Select(item => new StoryBar(
                        item.bar!.Value, item.node.Span.Status == SpanStatus.Error, Title(item.node), IsCall(item.node.Span), item.node.Span.SpanId.ToString())),
            ];
        }
    }

    /// <summary>Simulated time since the order was accepted.</summary>
    public TimeSpan Since(DateTimeOffset real) => (real - Start) * Order.ClockSpeed;

    private static bool IsInvocation(SpanRecord span) => span.Kind == SpanKind.Consumer;

    private static bool IsCall(SpanRecord span) => span.Kind == SpanKind.Client && span.Tags.Find(ResendCount) is not null
        && span.Tags.Find("order.correlation_id") is not null;

    private static string Reason(string? reason) => reason switch
    {
        "RetriesExhausted" => "every invocation that it was allowed failed",
        "EventAgeExceeded" => "it grew older than an event may be",
        null => "nobody said why",
        _ => reason,
    };

    private static TimeSpan Rounded(TimeSpan duration) => duration < TimeSpan.FromMinutes(1) ? duration : TimeSpan.FromSeconds(Math.Round(duration.TotalSeconds));

    private static string Count(long number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");

    private string Causes()
    {
        string[] causes =
        [
            .. Order.Throttled > 0 ? [$"{Order.Throttled} × 429 Too Many Requests"] : Array.Empty<string>(),
            .. Order.Faults > 0 ? [$"{Order.Faults} × a fault of SlowApi"] : Array.Empty<string>(),
            .. Order.Timeouts > 0 ? [$"{Order.Timeouts} × the function's time ran out"] : Array.Empty<string>(),
        ];
        return causes.Length == 0 ? "" : $" ({string.Join(", ", causes)})";
    }

    private string Title(SpanNode node) =>
        $"{node.Attempt?.ToString() ?? node.Span.Name}: {AttemptTable.Result(node.Span)}, {TimeText.Duration(Rounded(Since(node.Span.Start)))} after acceptance, took {TimeText.Duration(node.Span.Duration * Order.ClockSpeed)}";
}
