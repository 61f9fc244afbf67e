using Scenarios.Arrivals;
using Scenarios.Scripts;

namespace LoadGenerator.Runs;

/// <summary>One play of a script: what was planned, and what became of it so far.</summary>
internal sealed class LoadRun(Script script, Uri target, TimeProvider clock) : IDisposable
{
    /// <summary>As many requests as may fail to connect, if they are the first, before nobody is taken to be there.</summary>
    public const int TriesToConnect = 20;

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _cutOff = new();
    private readonly LagRecorder _lag = new();

    /// <summary>Users under way, and one for the arrivals themselves until they are through.</summary>
    private long _holds = 1;
    private long _started, _finished, _skipped, _accepted, _rejected, _failed, _notConnected;
    private long _begin = clock.GetTimestamp();
    private long _endedAfterTicks = -1;
    private volatile RunState _state = RunState.Running;
    private volatile bool _hasConnected;
    private volatile bool _isUnreachable;
    private string? _failure;

    /// <summary>A UUID version 7.</summary>
    public string Id { get; } = Guid.CreateVersion7(clock.GetUtcNow()).ToString();

    public Script Script { get; } = script;

    public Uri Target { get; } = target;

    /// <summary>Whether it ends when nobody is there (<see cref="TriesToConnect"/>). Default false: it is played whatever becomes of it.</summary>
    public bool EndsIfUnreachable { get; init; }

    /// <summary>Whether it was ended for that.</summary>
    public bool IsUnreachable => _isUnreachable;

    public ArrivalPlan Plan { get; } = new(script.Phases);

    /// <summary>Simulated time since the run began.</summary>
    public TimeSpan Elapsed => Interlocked.Read(ref _endedAfterTicks) is var ticks and >= 0
        ? TimeSpan.FromTicks(ticks)
        : clock.GetElapsedTime(Interlocked.Read(ref _begin));

    public long UnderWay => Interlocked.Read(ref _started) - Interlocked.Read(ref _finished);

    /// <summary>Ends when no user is under way and none will come.</summary>
    public Task Idle => _idle.Task;

    /// <summary>Ends with the run.</summary>
    public Task Ended => _ended.Task;

    /// <summary>No more users are to arrive.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Those under way are to be given up on.</summary>
    public CancellationToken CutOff => _cutOff.Token;

    /// <summary>Counts time from now on: what it took to get ready made nobody late.</summary>
    public void Begin() => Interlocked.Exchange(ref _begin, clock.GetTimestamp());

    public void Stop() => _stop.Cancel();

    public void CutOffNow() => _cutOff.Cancel();

    public void UserStarted()
    {
        Interlocked.Increment(ref _holds);
        Interlocked.Increment(ref _started);
    }

    public void UserSent(TimeSpan lag) => _lag.Record(lag);

    public void UserSkipped() => Interlocked.Increment(ref _skipped);

    public void UserFinished()
    {
        Interlocked.Increment(ref _finished);
        Release();
    }

    public void ArrivalsEnded() => Release();

    public void RequestEnded(RequestOutcome outcome)
    {
        switch (outcome)
        {
            case RequestOutcome.Accepted: Interlocked.Increment(ref _accepted); break;
            case RequestOutcome.Rejected: Interlocked.Increment(ref _rejected); break;
            default: Interlocked.Increment(ref _failed); break;
        }

        if (outcome != RequestOutcome.NotConnected)
        {
            _hasConnected = true;
        }
        else if (Interlocked.Increment(ref _notConnected) == TriesToConnect && EndsIfUnreachable && !_hasConnected)
        {
            _isUnreachable = true;
            Stop();
        }
    }

    /// <summary>Keeps the first reason; true if this is it.</summary>
    public bool FirstFailure(string reason) => Interlocked.CompareExchange(ref _failure, reason, null) is null;

    public void End(RunState state)
    {
        Interlocked.Exchange(ref _endedAfterTicks, Elapsed.Ticks);
        _state = state;
        _ended.TrySetResult();
    }

    public RunView View()
    {
        // In this order a view taken in the middle has no more users through than requests ended, and no more of either than users started.
        var (state, finished) = (_state, Interlocked.Read(ref _finished));
        var (accepted, rejected, failed) = (Interlocked.Read(ref _accepted), Interlocked.Read(ref _rejected), Interlocked.Read(ref _failed));
        var (skipped, elapsed) = (Interlocked.Read(ref _skipped), Elapsed);
        var phase = Plan.PhaseAt(elapsed);
        return new RunView
        {
            Id = Id,
            Scenario = Script.Name,
            Target = Target.ToString(),
            State = state,
            Phase = phase,
            PhaseName = Script.Phases[phase].Name,
            Planned = Plan.Planned,
            Started = Interlocked.Read(ref _started),
            Finished = finished,
            Accepted = accepted,
            Rejected = rejected,
            Failed = failed,
            Skipped = skipped,
            ElapsedSeconds = elapsed.TotalSeconds,
            DurationSeconds = Plan.Duration.TotalSeconds,
            MaxLagMilliseconds = _lag.MaxMilliseconds,
            P99LagMilliseconds = _lag.P99Milliseconds,
            Failure = _failure,
        };
    }

    public void Dispose()
    {
        _stop.Dispose();
        _cutOff.Dispose();
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _holds) == 0)
        {
            _idle.TrySetResult();
        }
    }
}
