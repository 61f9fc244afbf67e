using Dashboard.Runs.Journal;
using Dashboard.Telemetry.Metrics;
using Scenarios.Reports;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Dashboard.Runs;

/// <summary>
/// The current run. While it is on it is written down, and a process that comes after this one goes on with it; when it is
/// over it goes into the catalog.
/// </summary>
internal sealed class RunBook : IDisposable
{
    private const double RateWindowSeconds = 10;

    /// <summary>How long a report waits for every process's next export, which is due within a second.</summary>
    private static readonly TimeSpan FreshnessPatience = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan FreshnessInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>One beginning or finishing at a time.</summary>
    private readonly SemaphoreSlim _gate = new(1, 1);

    private readonly Lock _lock = new();
    private readonly MetricStore _metrics;
    private readonly OrderLedgers _ledgers;
    private readonly RunCatalog _catalog;
    private readonly RunJournals _journals;
    private readonly SystemSettings _settings;
    private readonly TimeProvider _clock;
    private RunStart? _current;
    private RunReport? _frozen;
    private RunJournal? _journal;

    /// <summary>Goes on with a run that an earlier process was following when it was ended: before anything new is taken in.</summary>
    public RunBook(MetricStore metrics, OrderLedgers ledgers, RunCatalog catalog, RunJournals journals, SystemSettings settings, TimeProvider clock)
    {
        (_metrics, _ledgers, _catalog, _journals, _settings, _clock) = (metrics, ledgers, catalog, journals, settings, clock);
        if (journals.TakeUp(metrics) is (var run, var journal))
        {
            (_current, _journal) = (run, journal);
            catalog.Begin(run);
        }
    }

    /// <summary>Begins a run; one that is still on is finished first, as it is.</summary>
    /// <param name="scenario">The scenario played.</param>
    /// <param name="flowControl">Whether events go through the queue.</param>
    /// <param name="speed">Simulated seconds a real second.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="isOurs">Whether the dashboard's page begins it.</param>
    public async Task<RunStart> BeginAsync(
        string scenario, bool flowControl, double speed, int seed, CancellationToken cancellationToken, bool isOurs = false)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_current is { } former && _frozen is null)
            {
                var unfinished = Report(former, _clock.GetUtcNow(), drained: false);
                Freeze(former, unfinished with { Warnings = [.. unfinished.Warnings, "Another run began before this one was finished."] });
            }

            var start = new RunStart(
                Guid.CreateVersion7(_clock.GetUtcNow()).ToString(), scenario, flowControl, speed, seed, _clock.GetUtcNow())
            { IsOurs = isOurs };
            lock (_lock)
            {
                _journal = _journals.Open(start);
                _metrics.BeginRun(_journal);
                (_current, _frozen) = (start, null);
            }

            _catalog.Begin(start);
            return start;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Whether a run has begun and is not finished.</summary>
    public bool IsOn => Current() is { Start: not null, Frozen: null };

    /// <summary>Notes which way flow control is; of no interest unless a run is on in which it was the other way.</summary>
    public void NoteFlip(bool enabled)
    {
        lock (_lock)
        {
            if (_current is { } run && _frozen is null && run.IsFlowControlOn != enabled)
            {
                var flip = new RunFlip(enabled, _clock.GetUtcNow());
                _current = run with { Flips = [.. run.Flips, flip] };
                _journal?.NoteFlip(flip);
            }
        }
    }

    /// <summary>Notes the settings of the system; of no interest unless a run is on that does not know them.</summary>
    public void NoteSettings(SystemSettings settings)
    {
        lock (_lock)
        {
            if (_current is { } run && _frozen is null && run.LatestSettings != settings)
            {
                var seen = new RunSettings(settings, _clock.GetUtcNow());
                _current = run.Knowing(seen);
                _journal?.NoteSettings(seen);
            }
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

        var reading = Read(start, _clock.GetUtcNow());
        var curves = new RunCurves(reading, _settings.EventSource.QueueName);
        return new(frozen ?? RunArithmetic.Report(reading, curves, drained: false), start.Id, Rates(curves))
        {
            Finished = frozen is not null,
            Settled = frozen?.Drained ?? Settlement.IsSettled(reading, curves, _settings.EventSource.QueueName),
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
        ({ } start, null) => Report(start, _clock.GetUtcNow(), drained: false),
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
            var end = _clock.GetUtcNow();
            List<string> warnings = [];
            foreach (var service in await WaitForSamplesAfterAsync(end, cancellationToken))
            {
                warnings.Add($"{service} did not export in time; its last figures are older than the end of the run.");
            }

            var both = await _ledgers.CountProcessedThoughDroppedAsync(SimulatedStart(start, end), cancellationToken);
            if (both is null)
            {
                warnings.Add("The order ledgers did not answer: processedThoughDropped is not known and shown as 0.");
            }

            var report = Report(start, end, drained);
            warnings.AddRange(LoadAccount.Warnings(load, report.Totals.Accepted));
            return Freeze(start, report with
            {
                Load = LoadAccount.Complete(load, report.Totals.Accepted),
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
    public void Dispose()
    {
        _gate.Dispose();
        _journal?.Dispose();
    }

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

    private RunReading Read(RunStart start, DateTimeOffset now) => new(_metrics.Read(LabInstruments.All, start.StartedAt), start, now);

    private RunReport Report(RunStart start, DateTimeOffset now, bool drained)
    {
        var reading = Read(start, now);
        return RunArithmetic.Report(reading, new(reading, _settings.EventSource.QueueName), drained);
    }

    private RunReport Freeze(RunStart start, RunReport report)
    {
        lock (_lock)
        {
            _frozen = report;
            _metrics.EndRun();
        }

        _catalog.Keep(new FinishedRun(start.Id, report));
        _journal?.Remove();
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
        var alive = _metrics.LastExports(LabInstruments.All).Where(process => time - process.Value <= RunReading.Patience)
            .Select(process => process.Key).ToHashSet();
        while (true)
        {
            string[] missing =
            [
                .. _metrics.LastExports(LabInstruments.All).Where(process => alive.Contains(process.Key) && process.Value <= time)
                    .Select(process => process.Key.Service),
            ];
            if (missing.Length == 0 || _clock.GetUtcNow() - time > FreshnessPatience)
            {
                return missing;
            }

            await Task.Delay(FreshnessInterval, _clock, cancellationToken);
        }
    }
}
