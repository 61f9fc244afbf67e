using Dashboard.Telemetry.Metrics;
using Scenarios.Reports;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Dashboard.Runs;

/// <summary>The current run. When it is over it goes into the catalog.</summary>
internal sealed class RunBook(
    MetricStore metrics, OrderLedgers ledgers, RunCatalog catalog, SystemSettings settings, TimeProvider clock) : IDisposable
{
    private const double RateWindowSeconds = 10;

    /// <summary>How long a report waits for every process's next export, which is due within a second.</summary>
    private static readonly TimeSpan FreshnessPatience = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan FreshnessInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>One beginning or finishing at a time.</summary>
    private readonly SemaphoreSlim _gate = new(1, 1);

    private readonly Lock _lock = new();
    private RunStart? _current;
    private RunReport? _frozen;

    /// <summary>Begins a run; one that is still on is finished first, as it is.</summary>
    public async Task<RunStart> BeginAsync(string scenario, bool flowControl, double speed, int seed, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_current is { } former && _frozen is null)
            {
                var unfinished = Report(former, clock.GetUtcNow(), drained: false);
                Freeze(former, unfinished with { Warnings = [.. unfinished.Warnings, "Another run began before this one was finished."] });
            }

            var start = new RunStart(
                Guid.CreateVersion7(clock.GetUtcNow()).ToString(), scenario, flowControl, speed, seed, clock.GetUtcNow());
            lock (_lock)
            {
                metrics.BeginRun();
                (_current, _frozen) = (start, null);
            }

            return start;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The current run as it is now; null if there has been none.</summary>
    public LiveRun? Live()
    {
        var (start, frozen) = Current();
        if (start is null)
        {
            return null;
        }

        var reading = Read(start, clock.GetUtcNow());
        var curves = new RunCurves(reading, settings.EventSource.QueueName);
        return new(frozen ?? RunArithmetic.Report(reading, curves, drained: false), start.Id, Rates(curves))
        {
            Finished = frozen is not null,
            Settled = frozen?.Drained ?? Settlement.IsSettled(reading, curves.Accounts, settings.EventSource.QueueName),
            ConcurrentExecutions = (long)curves.ConcurrentExecutions.Now,
            QueueDepth = (long)curves.QueueDepth.Now,
            AgeOfOldestMessageSeconds = curves.AgeOfOldestMessage.Now,
            PendingEvents = (long)curves.PendingEvents.Now,
        };
    }

    /// <summary>The current run's report, frozen or so far; null if there has been no run.</summary>
    public RunReport? Report() => Current() switch
    {
        (null, _) => null,
        (_, { } frozen) => frozen,
        ({ } start, null) => Report(start, clock.GetUtcNow(), drained: false),
    };

    /// <summary>Freezes the current run once every process has said where it stands; one already frozen stays as it is.</summary>
    /// <returns>Its report; null if there has been no run.</returns>
    public async Task<RunReport?> FinishAsync(bool drained, LoadSummary? load, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var (start, frozen) = Current();
            if (start is null || frozen is not null)
            {
                return frozen;
            }

            // Who exports now is there, even if it is stopped while we wait: what is under way there is not lost.
            var end = clock.GetUtcNow();
            List<string> warnings = [];
            foreach (var service in await WaitForSamplesAfterAsync(end, cancellationToken))
            {
                warnings.Add($"{service} did not export in time; its last figures are older than the end of the run.");
            }

            var both = await ledgers.CountProcessedThoughDroppedAsync(SimulatedStart(start, end), cancellationToken);
            if (both is null)
            {
                warnings.Add("The order ledgers did not answer: processedThoughDropped is not known and shown as 0.");
            }

            var report = Report(start, end, drained);
            return Freeze(start, report with
            {
                Load = load,
                Totals = report.Totals with { ProcessedThoughDropped = both ?? 0 },
                Warnings = [.. report.Warnings, .. warnings],
            });
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private static LiveRates Rates(RunCurves curves) => new()
    {
        Accepted = Rate(curves.Accepted),
        Delivered = Rate(curves.Delivered),
        Throttled = Rate(curves.Throttled),
        Faults = Rate(curves.Faults),
        Retries = Math.Max(0, Rate(curves.Attempts) - Rate(curves.SuccessfulInvocations) - Rate(curves.InvocationErrors)),
    };

    private static double Rate(CounterCurve curve) => Math.Round(curve.Rate(RateWindowSeconds), 2);

    /// <summary>The current run as it was announced, and its report if it has been finished.</summary>
    public (RunStart? Start, RunReport? Frozen) Current()
    {
        lock (_lock)
        {
            return (_current, _frozen);
        }
    }

    private RunReading Read(RunStart start, DateTimeOffset now) => new(metrics.Read(LabInstruments.All, start.StartedAt), start, now);

    private RunReport Report(RunStart start, DateTimeOffset now, bool drained)
    {
        var reading = Read(start, now);
        return RunArithmetic.Report(reading, new(reading, settings.EventSource.QueueName), drained);
    }

    private RunReport Freeze(RunStart start, RunReport report)
    {
        lock (_lock)
        {
            _frozen = report;
            metrics.EndRun();
        }

        catalog.Keep(new FinishedRun(start.Id, report));

        return report;
    }

    /// <summary>When the run began on the clock of those that accept orders.</summary>
    private DateTimeOffset SimulatedStart(RunStart start, DateTimeOffset now)
    {
        var acceptor = Read(start, now).Series.FirstOrDefault(series => series.Instrument == Instruments.OrdersAccepted)?.Resource;
        return acceptor?.Clock.Simulate(start.StartedAt) ?? start.StartedAt;
    }

    /// <returns>The services that kept us waiting in vain.</returns>
    private async Task<IReadOnlyList<string>> WaitForSamplesAfterAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var alive = metrics.LastExports(LabInstruments.All).Where(process => time - process.Value <= RunReading.Patience)
            .Select(process => process.Key).ToHashSet();
        while (true)
        {
            string[] missing =
            [
                .. metrics.LastExports(LabInstruments.All).Where(process => alive.Contains(process.Key) && process.Value <= time)
                    .Select(process => process.Key.Service),
            ];
            if (missing.Length == 0 || clock.GetUtcNow() - time > FreshnessPatience)
            {
                return missing;
            }

            await Task.Delay(FreshnessInterval, clock, cancellationToken);
        }
    }
}
