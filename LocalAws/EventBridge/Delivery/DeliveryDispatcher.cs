using System.Collections.Concurrent;
using System.Collections.Frozen;
using LocalAws.EventBridge.Topology;
using ServiceDefaults.Randomness;

namespace LocalAws.EventBridge.Delivery;

/// <summary>
/// Brings events to their targets: to those within this process at once, to the others concurrently, again after a wait
/// where that may help, and for as long as the target's retry policy says.
/// </summary>
internal sealed partial class DeliveryDispatcher(
    IEnumerable<IImmediateTarget> immediate,
    ITargetInvoker invoker,
    PendingDeliveries pending,
    DeadLetters deadLetters,
    EventBridgeTelemetry telemetry,
    EventBridgeOptions options,
    TimeProvider clock,
    ILogger<DeliveryDispatcher> logger) : IDisposable
{
    private readonly FrozenDictionary<TargetKind, IImmediateTarget> _immediate = immediate.ToFrozenDictionary(static target => target.Kind);
    private readonly ConcurrentDictionary<string, Lazy<DeliveryLane>> _lanes = new(StringComparer.Ordinal);
    private readonly RandomSource _jitter = new(options.Seed, "EventBridge");
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Hands an event over to a target that takes it at once, or queues it for its target, and returns.</summary>
    public void Send(EventDelivery delivery)
    {
        telemetry.Queued();
        if (_immediate.TryGetValue(delivery.Target.Kind, out var target))
        {
            Settle(delivery, Deliver(delivery, target));
        }
        else
        {
            pending.Add(delivery);
            Lane(delivery).Add(delivery);
        }
    }

    /// <summary>Goes on with what was under way when the process ended.</summary>
    public void Resume()
    {
        foreach (var delivery in pending.TakeRestored())
        {
            telemetry.Queued();
            Lane(delivery).Add(delivery);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        foreach (var lane in _lanes.Values)
        {
            lane.Value.Dispose();
        }

        _stop.Dispose();
    }

    private DeliveryLane Lane(EventDelivery delivery) =>
        _lanes.GetOrAdd(delivery.Target.Arn, _ => new Lazy<DeliveryLane>(CreateLane)).Value;

    private DeliveryLane CreateLane() => new(options.ConcurrentInvocations, clock, invoker.RateLimit, TryAsync);

    private InvocationOutcome Deliver(EventDelivery delivery, IImmediateTarget target)
    {
        delivery.Attempts++;
        try
        {
            return InputTemplate.Payload(delivery) is { } payload ? target.Deliver(delivery, payload) : InvocationOutcome.NoPayload;
        }
        catch (Exception defect)
        {
            LogDefect(logger, delivery.Rule.Name, delivery.Target.Arn, defect);
            return InvocationOutcome.Defect;
        }
    }

    private async Task TryAsync(EventDelivery delivery)
    {
        if (delivery.Attempts > 0)
        {
            telemetry.Retried();
        }

        delivery.Attempts++;
        InvocationOutcome outcome;
        try
        {
            outcome = InputTemplate.Payload(delivery) is { } payload
                ? await invoker.InvokeAsync(delivery, payload, _stop.Token)
                : InvocationOutcome.NoPayload;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
        catch (Exception defect)
        {
            LogDefect(logger, delivery.Rule.Name, delivery.Target.Arn, defect);
            outcome = InvocationOutcome.Defect;
        }

        Settle(delivery, outcome);
    }

    private void Settle(EventDelivery delivery, InvocationOutcome outcome)
    {
        if (outcome.IsDelivered)
        {
            pending.Remove(delivery);
            telemetry.Delivered();
            return;
        }

        var left = TimeSpan.FromSeconds(delivery.Target.MaximumEventAgeInSeconds) - (clock.GetUtcNow() - delivery.Envelope.Accepted);
        var exhausted = outcome switch
        {
            { IsRetryable: false } => null,
            _ when delivery.Attempts > delivery.Target.MaximumRetryAttempts => "MaximumRetryAttempts",
            _ when left <= TimeSpan.Zero => "MaximumEventAgeInSeconds",
            _ => "",
        };
        if (exhausted is "")
        {
            LogRetry(logger, delivery.Rule.Name, delivery.Target.Arn, delivery.Attempts, outcome.Error!, outcome.Message!);
            var backoff = RetryBackoff.Delay(delivery.Attempts, _jitter);
            var wait = outcome.RetryAfter > backoff ? outcome.RetryAfter.Value : backoff;
            _ = RetryAsync(delivery, outcome, wait < left ? wait : left, isLast: wait >= left);
        }
        else
        {
            GiveUp(delivery, outcome, exhausted);
        }
    }

    private async Task RetryAsync(EventDelivery delivery, InvocationOutcome outcome, TimeSpan wait, bool isLast)
    {
        try
        {
            await Task.Delay(wait, clock, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (isLast)
        {
            GiveUp(delivery, outcome, "MaximumEventAgeInSeconds");
        }
        else
        {
            Lane(delivery).Add(delivery);
        }
    }

    private void GiveUp(EventDelivery delivery, InvocationOutcome outcome, string? exhausted)
    {
        var fate = deadLetters.TryKeep(delivery, outcome, exhausted) ? "sent to its dead-letter queue" : "dropped";
        LogGivenUp(logger, delivery.Rule.Name, delivery.Target.Arn, delivery.Attempts, outcome.Error!, outcome.Message!, fate);
        pending.Remove(delivery);
        telemetry.GivenUp();
    }

    [LoggerMessage(10, LogLevel.Warning, "Rule {Rule}: hand-over {Attempt} to {Target} failed with {Error} ({Reason}); it will be tried again")]
    private static partial void LogRetry(ILogger logger, string rule, string target, int attempt, string error, string reason);

    [LoggerMessage(
        11, LogLevel.Error, "Rule {Rule}: giving up on an event for {Target} after {Attempts} attempts with {Error} ({Reason}); it is {Fate}")]
    private static partial void LogGivenUp(
        ILogger logger, string rule, string target, int attempts, string error, string reason, string fate);

    [LoggerMessage(12, LogLevel.Error, "Rule {Rule}: hand-over to {Target} FAILED because of a defect")]
    private static partial void LogDefect(ILogger logger, string rule, string target, Exception defect);
}
