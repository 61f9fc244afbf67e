using System.Diagnostics;
using System.Diagnostics.Metrics;
using ServiceDefaults.Telemetry;

namespace LocalAws.EventBridge.Delivery;

/// <summary>Spans and counts of EventBridge.</summary>
internal sealed class EventBridgeTelemetry : IDisposable
{
    private readonly ActivitySource _source = new(LocalAwsTelemetry.Meter);
    private readonly Counter<long> _matched;
    private readonly Counter<long> _invocations;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _retries;
    private long _pending;

    public EventBridgeTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(LocalAwsTelemetry.Meter);
        _matched = meter.CreateCounter<long>(Instruments.EventsMatched, "{event}", "Events that at least one rule matched");
        _invocations = meter.CreateCounter<long>(Instruments.EventsInvocations, "{invocation}", "Events that a target took");
        _failed = meter.CreateCounter<long>(Instruments.EventsFailedInvocations, "{invocation}", "Events given up on for good");
        _retries = meter.CreateCounter<long>(Instruments.EventsRetryAttempts, "{attempt}", "Hand-overs after the first");
        meter.CreateObservableGauge(
            Instruments.EventsPending, () => Pending, "{event}", "Events matched and not yet handed over, those waiting for a retry included");
    }

    /// <summary>Events matched and neither handed over nor given up.</summary>
    public long Pending => Interlocked.Read(ref _pending);

    public void Matched() => _matched.Add(1);

    public void Queued() => Interlocked.Increment(ref _pending);

    public void Retried() => _retries.Add(1);

    public void Delivered()
    {
        // First the counter, then the gauge: nobody may see an event that is neither pending nor delivered.
        _invocations.Add(1);
        Interlocked.Decrement(ref _pending);
    }

    public void GivenUp()
    {
        _failed.Add(1);
        Interlocked.Decrement(ref _pending);
    }

    public Activity? Start(string name, ActivityKind kind, ActivityContext parent) => _source.StartActivity(name, kind, parent);

    public void Dispose() => _source.Dispose();
}
