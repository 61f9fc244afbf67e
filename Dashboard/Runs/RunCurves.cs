using Dashboard.Telemetry;
using ServiceDefaults.Telemetry;

namespace Dashboard.Runs;

/// <summary>The curves behind a run's figures, each under the name that the report has for it.</summary>
internal sealed class RunCurves
{
    private const string Outcome = "outcome";
    private const string ThrottledOutcome = "throttled";
    private const string FaultOutcome = "fault";
    private const string Destination = "messaging.destination.name";

    /// <summary>Takes the curves from a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="queueName">The scenario's queue; others, such as an on-failure queue, hold no order under way.</param>
    public RunCurves(RunReading reading, string queueName)
    {
        var failedAtEventBridge = reading.Counter(Instruments.EventsFailedInvocations);
        var errors = reading.Counter(Instruments.FaasErrors);

        Accepted = reading.Counter(Instruments.OrdersAccepted);
        Rejected = reading.Counter(Instruments.OrdersRejected);
        Delivered = reading.Counter(Instruments.OrdersDelivered);
        Dropped = CounterCurve.Sum(reading.Counter(Instruments.OrdersDropped), failedAtEventBridge);
        DeadLettered = reading.Counter(Instruments.OrdersDropped, series => series.Tags.Find(Instruments.DropReason) == Instruments.DeadLettered);
        EventsDropped = CounterCurve.Sum(reading.Counter(Instruments.AsyncEventsDropped), DeadLettered, failedAtEventBridge);
        Processed = reading.Counter(Instruments.OrdersProcessed);
        ProcessedAgain = reading.Counter(Instruments.OrdersProcessedAgain);
        Timeouts = reading.Counter(Instruments.FaasTimeouts);
        InvocationErrors = CounterCurve.Sum(errors, Timeouts);
        SuccessfulInvocations = reading.Counter(Instruments.FaasInvocations);
        Attempts = reading.Counter(Instruments.DeliveryAttempts);
        BilledDuration = reading.Counter(Instruments.BilledDuration);
        WastedDuration = reading.Counter(Instruments.WastedDuration);
        WastedInvocations = reading.Counter(Instruments.WastedInvocations);
        QueueRequests = CounterCurve.Sum(
            reading.Counter(Instruments.SqsMessagesSent, series => series.Tags.Find(Destination) == queueName),
            reading.Counter(Instruments.SqsMessagesReceived, series => series.Tags.Find(Destination) == queueName),
            reading.Counter(Instruments.SqsMessagesDeleted, series => series.Tags.Find(Destination) == queueName));
        Throttled = reading.Counter(Instruments.SlowApiRequests, series => series.Tags.Find(Outcome) == ThrottledOutcome);
        Faults = reading.Counter(Instruments.SlowApiRequests, series => series.Tags.Find(Outcome) == FaultOutcome);
        OtherCalls = reading.Counter(
            Instruments.SlowApiRequests, series => series.Tags.Find(Outcome) is not (ThrottledOutcome or FaultOutcome));
        ConcurrentExecutions = reading.Gauge([Instruments.ConcurrentExecutions]);
        ConcurrentExecutionsMaximum = reading.Gauge([Instruments.ConcurrentExecutionsMaximum]);
        QueueDepth = reading.Gauge(
            [Instruments.SqsMessagesVisible, Instruments.SqsMessagesNotVisible, Instruments.SqsMessagesDelayed],
            series => series.Tags.Find(Destination) == queueName);
        AgeOfOldestMessage = reading.Gauge([Instruments.SqsAgeOfOldestMessage], series => series.Tags.Find(Destination) == queueName);
        PendingEvents = reading.Gauge([Instruments.EventsPending, Instruments.AsyncEventsPending]);
    }

    public CounterCurve Accepted { get; }

    public CounterCurve Rejected { get; }

    public CounterCurve Delivered { get; }

    /// <summary>Orders.</summary>
    public CounterCurve Dropped { get; }

    /// <summary>Of these, orders whose message is in the dead-letter queue.</summary>
    public CounterCurve DeadLettered { get; }

    /// <summary>Events: an order's event may be dropped after another invocation delivered it.</summary>
    public CounterCurve EventsDropped { get; }

    public CounterCurve Processed { get; }

    public CounterCurve ProcessedAgain { get; }

    public CounterCurve SuccessfulInvocations { get; }

    /// <summary>Timeouts included.</summary>
    public CounterCurve InvocationErrors { get; }

    public CounterCurve Timeouts { get; }

    public CounterCurve Attempts { get; }

    /// <summary>Seconds.</summary>
    public CounterCurve BilledDuration { get; }

    /// <summary>Seconds.</summary>
    public CounterCurve WastedDuration { get; }

    public CounterCurve WastedInvocations { get; }

    /// <summary>Messages sent, received and deleted.</summary>
    public CounterCurve QueueRequests { get; }

    public CounterCurve Throttled { get; }

    public CounterCurve Faults { get; }

    /// <summary>Calls that were neither throttled nor faults.</summary>
    public CounterCurve OtherCalls { get; }

    public GaugeCurve ConcurrentExecutions { get; }

    public GaugeCurve ConcurrentExecutionsMaximum { get; }

    public GaugeCurve QueueDepth { get; }

    public GaugeCurve AgeOfOldestMessage { get; }

    /// <summary>Events at EventBridge or at the function.</summary>
    public GaugeCurve PendingEvents { get; }

    /// <summary>Orders of an earlier run that were still under way when this one began.</summary>
    public long InFlightAtStart => (long)Math.Round(PendingEvents.AtStart + QueueDepth.AtStart);

    /// <summary>When the last order was settled or, when there was none, answered.</summary>
    public double LastSettlement => Latest(Accepted.LastChange, Rejected.LastChange, Delivered.LastChange, Dropped.LastChange);

    /// <summary>When anything last happened that a report tells of.</summary>
    public double LastActivity => Latest(
        LastSettlement, EventsDropped.LastChange, SuccessfulInvocations.LastChange, InvocationErrors.LastChange,
        Throttled.LastChange, Faults.LastChange, OtherCalls.LastChange, Processed.LastChange, ProcessedAgain.LastChange,
        QueueDepth.LastChange, PendingEvents.LastChange, ConcurrentExecutionsMaximum.LastChange);

    /// <summary>Where the orders are.</summary>
    public RunAccounts Accounts => new()
    {
        Accepted = Accepted.Total,
        Delivered = Delivered.Total,
        Dropped = Dropped.Total,
        InFlight = (long)Math.Round(PendingEvents.Now + QueueDepth.Now),
    };

    private static double Latest(params double[] times) => times.Max();
}
