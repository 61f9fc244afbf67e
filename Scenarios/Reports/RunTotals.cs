namespace Scenarios.Reports;

/// <summary>Counts over a run. An order's identity is its correlation id.</summary>
public sealed record RunTotals
{
    /// <summary>Orders that Notification.Api answered with 200.</summary>
    public long Accepted { get; init; }

    /// <summary>Requests that it answered with 400.</summary>
    public long Rejected { get; init; }

    /// <summary>Distinct orders whose delivery succeeded.</summary>
    public long Delivered { get; init; }

    /// <summary>Distinct orders given up on without ever a delivery, those sent to a destination included.</summary>
    public long Dropped { get; init; }

    /// <summary>Of these, orders whose message was received too often and is in the dead-letter queue.</summary>
    public long DeadLettered { get; init; }

    /// <summary>
    /// Orders still under way, counted where they are: at EventBridge, in the queue, at the function. Not derived from
    /// the other counts.
    /// </summary>
    public long InFlight { get; init; }

    /// <summary>Accepted − delivered − dropped − in flight. Anything but 0 is a defect, or a process killed with orders in its memory.</summary>
    public long Unaccounted { get; init; }

    /// <summary>Distinct orders that SlowApi answered 200 for.</summary>
    public long Processed { get; init; }

    /// <summary>200 answers of SlowApi for an order that it had processed before: a timed-out or crashed invocation, retried.</summary>
    public long ProcessedTwice { get; init; }

    /// <summary>Orders that SlowApi processed and Delivery.Worker nevertheless dropped; its answer came after the timeout.</summary>
    public long ProcessedThoughDropped { get; init; }

    /// <summary>Invocations of the function, failed ones included (CloudWatch Invocations).</summary>
    public long Invocations { get; init; }

    /// <summary>Invocations that failed, timeouts included (CloudWatch Errors).</summary>
    public long InvocationErrors { get; init; }

    /// <summary>Invocations that ran into the function's timeout.</summary>
    public long Timeouts { get; init; }

    /// <summary>How long invocations took in all, simulated seconds, each rounded up to a millisecond (Lambda's billed duration).</summary>
    public double BilledSeconds { get; init; }

    /// <summary>Of these, spent on events that were dropped in the end, simulated seconds.</summary>
    public double WastedSeconds { get; init; }

    /// <summary>Invocations spent on events that were dropped in the end.</summary>
    public long WastedInvocations { get; init; }

    /// <summary>Messages sent to the queue, received from it and deleted; empty receives are not known.</summary>
    public long QueueRequests { get; init; }

    /// <summary>Calls that SlowApi got with a valid key.</summary>
    public long Calls { get; init; }

    /// <summary>Of these, answered 429.</summary>
    public long Throttled { get; init; }

    /// <summary>Of these, answered 502.</summary>
    public long Faults { get; init; }
}
