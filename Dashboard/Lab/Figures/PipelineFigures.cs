namespace Dashboard.Lab.Figures;

/// <summary>What the pipeline does at one moment. Rates are a simulated second, over the last stretch of the run.</summary>
public sealed record PipelineFigures
{
    /// <summary>Orders that Notification.Api accepted, a second.</summary>
    public double Accepted { get; init; }

    /// <summary>Requests that it refused, a second.</summary>
    public double Rejected { get; init; }

    /// <summary>Events that EventBridge handed to the function, a second.</summary>
    public double Direct { get; init; }

    /// <summary>Messages put into the queue, a second.</summary>
    public double Queued { get; init; }

    /// <summary>Messages taken from the queue, a second.</summary>
    public double Taken { get; init; }

    /// <summary>Events at EventBridge.</summary>
    public double PendingAtEventBridge { get; init; }

    /// <summary>Events that EventBridge gave up on, a second.</summary>
    public double FailedAtEventBridge { get; init; }

    /// <summary>Events at the function: queued, running or waiting for another invocation.</summary>
    public double PendingAtFunction { get; init; }

    /// <summary>Messages that wait in the queue.</summary>
    public double Visible { get; init; }

    /// <summary>Messages taken and not deleted yet: worked on, or waiting for their visibility timeout.</summary>
    public double NotVisible { get; init; }

    /// <summary>Age of the oldest message, s.</summary>
    public double AgeOfOldest { get; init; }

    /// <summary>Invocations under way.</summary>
    public double Concurrent { get; init; }

    /// <summary>Invocations that succeeded, a second.</summary>
    public double Succeeded { get; init; }

    /// <summary>Invocations that failed, timeouts included, a second.</summary>
    public double Errors { get; init; }

    /// <summary>Invocations that ran out of time, a second.</summary>
    public double Timeouts { get; init; }

    /// <summary>Invocations refused for want of concurrency, a second.</summary>
    public double AccountThrottles { get; init; }

    /// <summary>Attempts to deliver, a second.</summary>
    public double Attempts { get; init; }

    /// <summary>Calls that SlowApi processed, a second.</summary>
    public double Processed { get; init; }

    /// <summary>Calls answered 429, a second.</summary>
    public double Throttled { get; init; }

    /// <summary>Calls answered 502, a second.</summary>
    public double Faults { get; init; }

    /// <summary>Permits in the bucket; null: SlowApi has not said.</summary>
    public double? Tokens { get; init; }

    /// <summary>Orders delivered, a second.</summary>
    public double Delivered { get; init; }

    /// <summary>Orders given up on, a second.</summary>
    public double Dropped { get; init; }

    /// <summary>Calls that SlowApi got, a second.</summary>
    public double Calls => Processed + Throttled + Faults;

    /// <summary>Invocations that ended, a second.</summary>
    public double Ended => Succeeded + Errors;

    /// <summary>Attempts after an invocation's first, a second.</summary>
    public double Retries => Math.Max(0, Attempts - Ended);

    /// <summary>Orders that wait for another invocation: nothing works on them now.</summary>
    public double WaitingForRetry => Math.Max(0, PendingAtFunction + NotVisible - Concurrent);
}
