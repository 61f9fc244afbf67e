using Dashboard.Runs;
using Scenarios;

namespace Dashboard.Lab.Control;

/// <summary>
/// Begins runs, follows whichever run is on, and finishes those that it began. A run that the app host began is finished by
/// the app host.
/// </summary>
internal sealed class RunControl(
    RunBook book,
    LabWatch watch,
    LoadClient load,
    SettingsDesk settings,
    FlowDesk flow,
    LabClock labClock,
    TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Looks in a row that may fail, since the load generator may be restarting, before its load is given up for lost.</summary>
    private const int ToleratedFailures = 20;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile RunStatus _status = new();
    private int _failures;

    /// <summary>Where the current run stands.</summary>
    public RunStatus Status => _status;

    /// <summary>Begins a run: with the settings as they are if they are that scenario's, changes included, and else with the scenario's own.</summary>
    /// <returns>Null: it is on. Otherwise why not.</returns>
    public async Task<string?> BeginAsync(string scenario, CancellationToken cancellationToken)
    {
        if (!ScenarioFiles.Names.Contains(scenario, StringComparer.Ordinal))
        {
            return $"There is no scenario {scenario}: it must be one of {string.Join(", ", ScenarioFiles.Names)}.";
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (book.Current() is { Start: { } current, Frozen: null })
            {
                return $"A run of {current.Scenario} is on. Wait until its last order is settled, or end it.";
            }

            _status = new() { Phase = RunPhase.Starting };
            var problem = await PlayAsync(scenario, cancellationToken);
            _status = problem is null ? _status : new();
            return problem;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Lets no more orders arrive. Those under way are still settled.</summary>
    /// <returns>Null, or why not.</returns>
    public async Task<string?> StopArrivalsAsync(CancellationToken cancellationToken) => (await load.StopAsync(cancellationToken)).Problem;

    /// <summary>Ends the run as it is; what is under way counts as in flight.</summary>
    /// <returns>Null, or why not.</returns>
    public async Task<string?> GiveUpAsync(CancellationToken cancellationToken)
    {
        var view = _status.Load;
        if (view is { IsRunning: true })
        {
            var stopped = await load.StopAsync(cancellationToken);
            if (stopped.Problem is not null)
            {
                return stopped.Problem;
            }

            view = stopped.Value;
        }

        await book.FinishAsync(drained: false, view?.Summary, cancellationToken);
        return null;
    }

    public override void Dispose()
    {
        _gate.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Interval, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await FollowAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    private async Task<string?> PlayAsync(string scenario, CancellationToken cancellationToken)
    {
        var way = await flow.ReadAsync(cancellationToken);
        if (way.Value is { Settled: false })
        {
            return "The stack is being updated: begin when the switch has settled.";
        }

        var applied = await settings.ReadAsync(cancellationToken);
        if (applied.Problem is not null || applied.Value!.Scenario != scenario)
        {
            applied = await settings.UseScenarioAsync(scenario, cancellationToken);
        }

        if (applied.Problem is { } refused)
        {
            return refused;
        }

        await book.BeginAsync(scenario, way.Value?.Enabled ?? false, labClock.Speed, settings.Effective.Seed, cancellationToken, isOurs: true);
        book.NoteSettings(settings.Effective);
        var played = await load.PlayAsync(scenario, cancellationToken);
        if (played.Problem is { } problem)
        {
            await book.FinishAsync(drained: false, load: null, cancellationToken);
            return problem;
        }

        _failures = 0;
        _status = new() { Phase = RunPhase.Playing, Load = played.Value };
        return null;
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        if (_status.Phase == RunPhase.Starting)
        {
            return;
        }

        if (book.Current() is not { Start: { } run, Frozen: null })
        {
            _status = _status with { Phase = RunPhase.Idle };
            return;
        }

        await AskAsync(stopping);
        if (run.IsOurs && _status is { Phase: RunPhase.Draining, Load: var seen }
            && watch.Snapshot?.Live is { Settled: true } live && live.Id == run.Id && live.Totals.Accepted >= (seen?.Accepted ?? 0))
        {
            await book.FinishAsync(drained: true, seen?.Summary, stopping);
            _status = _status with { Phase = RunPhase.Idle };
        }
    }

    private async Task AskAsync(CancellationToken stopping)
    {
        var answer = await load.FindAsync(stopping);
        if (answer.Value is { } view)
        {
            _failures = 0;
            _status = new() { Phase = view.IsRunning ? RunPhase.Playing : RunPhase.Draining, Load = view };
        }
        else if (++_failures > ToleratedFailures)
        {
            var load = _status.Load is { IsRunning: true } cut ? cut with { State = LoadView.Lost } : _status.Load;
            _status = _status with { Phase = RunPhase.Draining, Load = load, Problem = answer.Problem };
        }
        else
        {
            _status = _status with { Phase = _status.Phase == RunPhase.Idle ? RunPhase.Playing : _status.Phase };
        }
    }
}
