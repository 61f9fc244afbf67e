using LocalAws.EventBridge.Delivery;
using LocalAws.EventBridge.Topology;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Schedules;

/// <summary>Fires the rules that have a schedule, each at its moments. One timer waits for the next of them all.</summary>
internal sealed class ScheduleRunner : IHostedService, IDisposable
{
    /// <summary>Moments that passed while the timer was late are made up for, up to so many a rule.</summary>
    private const int MostAtOnce = 100;

    /// <summary>Timers have a longest wait; after this one looks again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Dictionary<(AwsScope Scope, string Rule), Entry> _entries = [];
    private readonly Lock _gate = new();
    private readonly TopologyStore _topology;
    private readonly EventRouter _router;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;

    public ScheduleRunner(TopologyStore topology, EventRouter router, TimeProvider clock)
    {
        (_topology, _router, _clock) = (topology, router, clock);
        _timer = clock.CreateTimer(static runner => ((ScheduleRunner)runner!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _topology.Changed += OnChanged;
        foreach (var topology in _topology.All)
        {
            OnChanged(topology);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _topology.Changed -= OnChanged;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public void Dispose() => _timer.Dispose();

    private void OnChanged(EventTopology topology)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var rules = topology.Buses[EventBus.Default].Rules;
            foreach (var gone in _entries.Keys.Where(key => key.Scope == topology.Scope && !IsScheduled(rules.GetValueOrDefault(key.Rule))).ToArray())
            {
                _entries.Remove(gone);
            }

            foreach (var rule in rules.Values.Where(IsScheduled))
            {
                var key = (topology.Scope, rule.Name);
                if (!_entries.TryGetValue(key, out var entry) || entry.Schedule != rule.Schedule || entry.Start != rule.ScheduledFrom)
                {
                    _entries[key] = new Entry(rule.Schedule!, rule.ScheduledFrom, rule.Schedule!.Next(now, rule.ScheduledFrom));
                }
            }

            Arm(now);
        }
    }

    private static bool IsScheduled(Rule? rule) => rule is { Enabled: true, Schedule: not null };

    private void OnTimer()
    {
        List<(AwsScope Scope, string Rule, DateTimeOffset At)> due = [];
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            foreach (var (key, entry) in _entries.Where(pair => pair.Value.Next <= now).ToArray())
            {
                var next = entry.Next;
                for (var count = 0; next <= now && count < MostAtOnce; count++)
                {
                    due.Add((key.Scope, key.Rule, next.Value));
                    next = entry.Schedule.Next(next.Value, entry.Start);
                }

                _entries[key] = entry with { Next = next <= now ? entry.Schedule.Next(now, entry.Start) : next };
            }

            Arm(now);
        }

        foreach (var (scope, name, at) in due.OrderBy(static fire => fire.At))
        {
            if (_topology.Current(scope).Buses[EventBus.Default].Rules.GetValueOrDefault(name) is { Enabled: true } rule)
            {
                _router.Send(scope, EventEnvelope.Scheduled(rule.Arn, scope, at, _clock.GetUtcNow()), rule, default);
            }
        }
    }

    private void Arm(DateTimeOffset now)
    {
        if (_entries.Values.Min(static entry => entry.Next) is not { } next)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var wait = next > now ? next - now : TimeSpan.Zero;
        _timer.Change(wait < LongestWait ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : LongestWait, Timeout.InfiniteTimeSpan);
    }

    private sealed record Entry(RuleSchedule Schedule, DateTimeOffset Start, DateTimeOffset? Next);
}
