using System.Collections.Concurrent;
using LocalAws.EventBridge.Delivery;
using LocalAws.EventBridge.Topology;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Archives;

/// <summary>
/// Runs replays: a while to start, then the events of each minute of the archive, one after another, then a while to
/// end. All of it on the clock, so a replay can be looked at, and cancelled, while it runs.
/// </summary>
internal sealed partial class ReplayRunner(
    TopologyStore topology, ArchiveStore archives, EventRouter router, TimeProvider clock, ILogger<ReplayRunner> logger) : IHostedService, IDisposable
{
    /// <summary>AWS takes its time too, and says nothing of how much.</summary>
    private static readonly TimeSpan Starting = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenMinutes = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<(AwsScope Scope, string Name), bool> _running = [];
    private readonly CancellationTokenSource _stop = new();
    private bool _isStopped;

    /// <summary>From now on every replay that is started runs, and so do those that the end of the process cut short.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        topology.Changed += OnChanged;
        foreach (var known in topology.All)
        {
            OnChanged(known);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        topology.Changed -= OnChanged;
        // A host may be stopped twice, and the second time after it was disposed.
        if (!Interlocked.Exchange(ref _isStopped, true))
        {
            await _stop.CancelAsync();
        }
    }

    public void Dispose() => _stop.Dispose();

    private void OnChanged(EventTopology changed)
    {
        foreach (var replay in changed.Replays.Values)
        {
            if (replay.IsActive && _running.TryAdd((changed.Scope, replay.Name), true))
            {
                // Neither the caller's trace nor its cancellation belongs to what outlives the call.
                ThreadPool.UnsafeQueueUserWorkItem(
                    static work => _ = work.Runner.RunAsync(work.Scope, work.Name),
                    (Runner: this, changed.Scope, replay.Name),
                    preferLocal: false);
            }
        }
    }

    private async Task RunAsync(AwsScope scope, string name)
    {
        try
        {
            await Task.Delay(Starting, clock, _stop.Token);
            if (Move(scope, name, static replay => replay with { State = ReplayState.Running }) is { } replay)
            {
                await ReplayAsync(scope, replay);
            }

            End(scope, name);
        }
        catch (OperationCanceledException)
        {
            // The process ends; the replay goes on when it is back.
        }
        catch (Exception defect)
        {
            LogDefect(logger, name, defect);
            Move(scope, name, replay => replay with { State = ReplayState.Failed, Ended = clock.GetUtcNow() });
        }
        finally
        {
            _running.TryRemove((scope, name), out _);
        }
    }

    private async Task ReplayAsync(AwsScope scope, Replay replay)
    {
        var key = new ArchiveKey(scope, replay.Archive);
        var days = topology.Current(scope).Archives.GetValueOrDefault(replay.Archive)?.RetentionDays ?? 0;
        // A replay that goes on after the process ended begins behind the last minute that it finished.
        var from = replay.LastReplayed is { } last && last >= replay.From ? Minute(last).AddMinutes(1) : replay.From;
        foreach (var minute in archives.Read(key, days, from, replay.To).GroupBy(static archived => Minute(archived.At)))
        {
            foreach (var archived in minute)
            {
                var envelope = new EventEnvelope(archived.Id, archived.At, archived.Json)
                    .Replayed(replay.Name, replay.FilterArns, clock.GetUtcNow());
                router.Route(scope, replay.DestinationArn, envelope, default);
            }

            if (Move(scope, replay.Name, current => current with { LastReplayed = minute.Last().At }) is null)
            {
                return;
            }

            await Task.Delay(BetweenMinutes, clock, _stop.Token);
        }
    }

    /// <summary>Changes a replay that starts or runs; null: it is cancelled or gone.</summary>
    private Replay? Move(AwsScope scope, string name, Func<Replay, Replay> change)
    {
        var moved = topology.Update(scope, current =>
            current.Replays.GetValueOrDefault(name) is { State: ReplayState.Starting or ReplayState.Running } replay
                ? current.WithReplay(change(replay))
                : current);
        return moved.Replays.GetValueOrDefault(name) is { State: ReplayState.Running } running ? running : null;
    }

    private void End(AwsScope scope, string name) => topology.Update(scope, current => current.Replays.GetValueOrDefault(name) switch
    {
        { State: ReplayState.Running } replay => current.WithReplay(replay with { State = ReplayState.Completed, Ended = clock.GetUtcNow() }),
        { State: ReplayState.Cancelling } replay => current.WithReplay(replay with { State = ReplayState.Cancelled, Ended = clock.GetUtcNow() }),
        _ => current,
    });

    private static DateTimeOffset Minute(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute), time.Offset);

    [LoggerMessage(30, LogLevel.Error, "Replay {Replay} FAILED because of a defect")]
    private static partial void LogDefect(ILogger logger, string replay, Exception defect);
}
