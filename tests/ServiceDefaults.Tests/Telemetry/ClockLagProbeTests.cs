using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Tests.Telemetry;

public sealed class ClockLagProbeTests
{
    [Fact]
    public async Task Probe_TimerFiresLate_RecordsByHowMuch()
    {
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        var recorded = new TaskCompletionSource<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, all) =>
            {
                if (instrument.Name == Instruments.ClockLag && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    all.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, lag, _, _) => recorded.TrySetResult(lag));
        listener.Start();

        var clock = new WaitingTimeProvider();
        using var probe = new ClockLagProbe(clock, meters);
        await probe.StartAsync(TestContext.Current.CancellationToken);
        await clock.WaitBegun.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(1.25));

        (await recorded.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).ShouldBe(0.25, 1e-9);
        await probe.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class WaitingTimeProvider : FakeTimeProvider
    {
        private readonly TaskCompletionSource _waitBegun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task WaitBegun => _waitBegun.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waitBegun.TrySetResult();
            return timer;
        }
    }
}
