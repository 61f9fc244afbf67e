using LoadGenerator.Runs;
using Scenarios.Arrivals;

namespace LoadGenerator.Playing;

/// <summary>Plays a run: an open loop. Users come when they are due, whatever became of those before them.</summary>
internal sealed class ScriptPlayer(
    IHttpClientFactory clients,
    LoadOptions options,
    LoadMetrics metrics,
    TimeProvider clock,
    ILogger<ScriptPlayer> logger)
{
    /// <summary>The name of the HTTP client that users send with.</summary>
    public const string ClientName = "load";

    private readonly ArrivalPacer _pacer = new(clock);

    /// <summary>Plays <paramref name="run"/> to its end; never throws, the run's state tells.</summary>
    public async Task PlayAsync(LoadRun run)
    {
        logger.RunStarted(run.Script.Name, run.Plan.Planned, run.Plan.Duration.TotalSeconds, run.Target, run.Id);
        try
        {
            using var client = clients.CreateClient(ClientName);
            var user = new VirtualUser(run.Script, run.Target, client, clock);
            run.Begin();
            var stopped = !await PaceAsync(run, user);
            run.ArrivalsEnded();
            await LetFinishAsync(run);
            Report(run, stopped);
        }
        catch (Exception defect)
        {
            logger.RunFailed(defect, run.Script.Name, run.Id);
            run.FirstFailure(defect.Message);
            run.CutOffNow();
            run.End(RunState.Failed);
        }
    }

    /// <summary>Lets everybody arrive; false if the run was stopped before.</summary>
    private async Task<bool> PaceAsync(LoadRun run, VirtualUser user)
    {
        try
        {
            await _pacer.PaceAsync(run.Plan, arrival => Admit(run, user, arrival), () => run.Elapsed, run.Stopping);
            return true;
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Admit(LoadRun run, VirtualUser user, Arrival arrival)
    {
        if (run.Script.Phases[arrival.Phase].MaxVusers is { } limit && run.UnderWay >= limit)
        {
            run.UserSkipped();
            metrics.UserSkipped();
            return;
        }

        run.UserStarted();
        metrics.UserStarted();

        // On another thread, so that sending does not hold up the pace; without this one's context, so that no user's
        // trace becomes another's.
        ThreadPool.UnsafeQueueUserWorkItem(
            static job => _ = job.Player.SendAsync(job.Run, job.User, job.Arrival),
            (Player: this, Run: run, User: user, Arrival: arrival),
            preferLocal: false);
    }

    private async Task SendAsync(LoadRun run, VirtualUser user, Arrival arrival)
    {
        var lag = run.Elapsed - arrival.Due;
        run.UserSent(lag);
        metrics.UserLagged(lag);
        try
        {
            await user.RunAsync((outcome, reason) => Note(run, outcome, reason), run.CutOff);
        }
        finally
        {
            run.UserFinished();
        }
    }

    private void Note(LoadRun run, RequestOutcome outcome, string? reason)
    {
        run.RequestEnded(outcome);
        metrics.RequestEnded(outcome);
        if (reason is not null && run.FirstFailure(reason))
        {
            logger.FirstFailure(reason, run.Id);
        }
    }

    /// <summary>Waits for everybody; when the run is stopped, only for so long.</summary>
    private async Task LetFinishAsync(LoadRun run)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = run.Stopping.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), stopped);
        if (await Task.WhenAny(run.Idle, stopped.Task) == run.Idle)
        {
            return;
        }

        try
        {
            await run.Idle.WaitAsync(TimeSpan.FromSeconds(options.StopSeconds), clock);
        }
        catch (TimeoutException)
        {
            run.CutOffNow();
            await run.Idle;
        }
    }

    private void Report(LoadRun run, bool stopped)
    {
        run.End(run.IsUnreachable ? RunState.Unreachable : stopped ? RunState.Cancelled : RunState.Completed);
        var view = run.View();
        if (stopped)
        {
            logger.RunCancelled(view.Scenario, view.Started, view.Planned, view.Id);
        }
        else
        {
            logger.RunCompleted(view.Scenario, view.Started, view.Accepted, view.Rejected, view.Failed, view.MaxLagMilliseconds, view.Id);
        }
    }
}
