using System.Diagnostics.Metrics;
using Scenarios.Settings;
using ServiceDefaults.Clock;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.Invocation;

/// <summary>
/// The account's concurrency: how many invocations run at a time, whichever source they come from. An invocation that
/// finds none free is throttled, not queued here.
/// </summary>
internal sealed class AccountConcurrency
{
    /// <summary>
    /// Real time that the maximum looks back over: an export interval of the metrics and half of another, so that no
    /// peak falls between two exports.
    /// </summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1.5);

    private readonly LiveSettings _settings;
    private readonly SlidingMaximum _maximum;
    private readonly Counter<long> _throttles;
    private int _current;

    public AccountConcurrency(LiveSettings settings, TimeProvider clock, IMeterFactory meters)
    {
        _settings = settings;
        _maximum = new SlidingMaximum(clock is AcceleratedTimeProvider fast ? Window * fast.Speed : Window, clock);
        var meter = meters.Create(WorkerTelemetry.Name);
        _throttles = meter.CreateCounter<long>(Instruments.LambdaThrottles, "{invocation}", "Invocations refused for want of concurrency");
        meter.CreateObservableGauge(
            Instruments.ConcurrentExecutions, () => Current, "{execution}", "Invocations under way");
        meter.CreateObservableGauge(
            Instruments.ConcurrentExecutionsMaximum, () => _maximum.Read(Current), "{execution}", "The most invocations under way of late");
    }

    /// <summary>Invocations under way now.</summary>
    public int Current => Volatile.Read(ref _current);

    /// <summary>Takes a place; false, and counted as a throttle, if none is free.</summary>
    public bool TryEnter()
    {
        var entered = Interlocked.Increment(ref _current);
        if (entered > _settings.Current.AsyncInvocation.AccountConcurrency)
        {
            Interlocked.Decrement(ref _current);
            _throttles.Add(1);
            return false;
        }

        _maximum.Record(entered);
        return true;
    }

    /// <summary>Gives a place back.</summary>
    public void Leave() => Interlocked.Decrement(ref _current);
}
