using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Delivery.Worker.Functions;
using Delivery.Worker.Invocation;
using Delivery.Worker.Orders;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.AsyncInvocation;

/// <summary>
/// The direct path: events are acknowledged at once and invoked as fast as the account's concurrency allows; a failed
/// invocation is repeated after a minute and after two more, then its event is dropped.
/// </summary>
internal sealed partial class AsyncInvoker : IHostedService, IAsyncDisposable
{
    private readonly EventJournal _journal;
    private readonly FunctionRuntime _runtime;
    private readonly OrderHandler _handler;
    private readonly OnFailureDestination _destination;
    private readonly OrderLedger _ledger;
    private readonly LiveSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<AsyncInvoker> _logger;
    private readonly Counter<long> _received;
    private readonly Counter<long> _dropped;
    private readonly Counter<double> _wastedDuration;
    private readonly Counter<long> _wastedInvocations;
    private readonly Histogram<double> _age;
    private readonly ConcurrentDictionary<long, Task> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    public AsyncInvoker(
        EventJournal journal,
        FunctionRuntime runtime,
        OrderHandler handler,
        OnFailureDestination destination,
        OrderLedger ledger,
        LiveSettings settings,
        TimeProvider clock,
        IMeterFactory meters,
        ILogger<AsyncInvoker> logger)
    {
        _journal = journal;
        _runtime = runtime;
        _handler = handler;
        _destination = destination;
        _ledger = ledger;
        _settings = settings;
        _clock = clock;
        _logger = logger;
        var meter = meters.Create(WorkerTelemetry.Name);
        _received = meter.CreateCounter<long>(Instruments.AsyncEventsReceived, "{event}", "Events put on the asynchronous queue");
        _dropped = meter.CreateCounter<long>(Instruments.AsyncEventsDropped, "{event}", "Events given up on");
        _wastedDuration = meter.CreateCounter<double>(
            Instruments.WastedDuration, "s", "Billed duration of invocations spent on events that were dropped, simulated");
        _wastedInvocations = meter.CreateCounter<long>(
            Instruments.WastedInvocations, "{invocation}", "Invocations spent on events that were dropped");
        _age = meter.CreateHistogram<double>(Instruments.AsyncEventAge, "s", "From queueing an event to its invocation, simulated");
        meter.CreateObservableGauge(
            Instruments.AsyncEventsPending, () => _journal.PendingCount, "{event}", "Events neither delivered nor dropped yet");
    }

    private AsyncInvocationSettings Settings => _settings.Current.AsyncInvocation;

    /// <summary>Takes an event; when this returns it is safe, and its invocation is on its way.</summary>
    public void Accept(OrderEvent order, ReadOnlyMemory<byte> payload, ActivityContext parent)
    {
        var pending = _journal.Receive(order, payload, _clock.GetUtcNow(), parent);
        _received.Add(1);
        Begin(pending);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (_journal.Unfinished.Count > 0)
        {
            LogResumed(_journal.Unfinished.Count);
        }

        foreach (var pending in _journal.Unfinished)
        {
            Begin(pending);
        }

        return Task.CompletedTask;
    }

    /// <summary>Stops invoking. What is pending stays in the journal.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values).WaitAsync(cancellationToken);
        if (_journal.PendingCount > 0)
        {
            LogLeft(_journal.PendingCount);
        }
    }

    public ValueTask DisposeAsync()
    {
        _stopping.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Begin(PendingEvent pending)
    {
        var run = Task.Run(() => RunAsync(pending, _stopping.Token));
        _running[pending.Number] = run;
        _ = run.ContinueWith(
            _ => _running.TryRemove(pending.Number, out var _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task RunAsync(PendingEvent pending, CancellationToken stopping)
    {
        try
        {
            var (reason, attempts, billed) = await InvokeUntilSettledAsync(pending, stopping);
            if (reason is { } given)
            {
                await DropAsync(pending with { Attempts = attempts }, given, stopping);
                _wastedDuration.Add(billed.TotalSeconds);
                _wastedInvocations.Add(attempts);
            }

            _journal.Settle(pending);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not settled: the journal keeps it for the next start.
        }
        catch (Exception defect)
        {
            LogDefect(pending.Event.OrderId, defect);
        }
    }

    /// <summary>
    /// No reason: delivered. Otherwise why it was given up on; and the invocations spent, and what this process spent of
    /// their billed time.
    /// </summary>
    private async Task<(DropReason? Reason, int Attempts, TimeSpan Billed)> InvokeUntilSettledAsync(PendingEvent pending, CancellationToken stopping)
    {
        var (attempts, throttles, previous) = (pending.Attempts, 0, default(ActivityContext));
        var billed = TimeSpan.Zero;
        var wait = attempts == 0 ? TimeSpan.Zero : RetrySchedule.AfterError(Settings, attempts);
        while (wait is { } delay)
        {
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, _clock, stopping);
            }

            var age = _clock.GetUtcNow() - pending.ReceivedAt;
            if (age.TotalSeconds > Settings.MaximumEventAgeSeconds)
            {
                return (DropReason.EventAgeExceeded, attempts, billed);
            }

            var link = previous;
            var result = await _runtime.TryInvokeAsync(
                async token =>
                {
                    using var span = OrderSpan.Start(pending.Event, attempts + 1, pending.Parent, link);
                    previous = span?.Context ?? default;
                    return await _handler.HandleAsync(pending.Event, span, token);
                },
                stopping);
            billed += result?.BilledDuration ?? TimeSpan.Zero;
            switch (result)
            {
                case null:
                    wait = RetrySchedule.AfterThrottle(Settings, ++throttles);
                    continue;
                case { Status: InvocationStatus.Succeeded }:
                    _age.Record(age.TotalSeconds);
                    return (null, attempts + 1, billed);
                case { Status: InvocationStatus.Aborted }:
                    throw new OperationCanceledException(stopping);
                default:
                    _age.Record(age.TotalSeconds);
                    throttles = 0;
                    _journal.Attempted(pending, ++attempts);
                    wait = RetrySchedule.AfterError(Settings, attempts);
                    break;
            }
        }

        return (DropReason.RetriesExhausted, attempts, billed);
    }

    private async Task DropAsync(PendingEvent pending, DropReason reason, CancellationToken stopping)
    {
        await _destination.SendAsync(pending, reason, stopping);
        _ledger.Dropped(pending.Event, reason);
        _dropped.Add(1);
        LogDropped(pending.Event.Detail.CorrelationId, reason);
    }

    [LoggerMessage(1, LogLevel.Error, "FAILED {CorrelationId}: dropped, {Reason}")]
    private partial void LogDropped(string correlationId, DropReason reason);

    [LoggerMessage(2, LogLevel.Warning, "{Count} events of an earlier process go on")]
    private partial void LogResumed(int count);

    [LoggerMessage(3, LogLevel.Warning, "{Count} events are still pending; they go on at the next start if StateDirectory is set")]
    private partial void LogLeft(int count);

    [LoggerMessage(4, LogLevel.Critical, "Event {OrderId} ended in a defect")]
    private partial void LogDefect(string orderId, Exception defect);
}
