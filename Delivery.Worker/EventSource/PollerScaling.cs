using Scenarios.Settings;

namespace Delivery.Worker.EventSource;

/// <summary>
/// How many invocations the mapping may run at a time: few at first, more for as long as all of them are at work, fewer
/// after errors. Source: AWS Lambda Developer Guide, "Configuring scaling behavior for SQS event source mappings" and, for
/// errors, "Handling errors for an SQS event source in Lambda", which says that the concurrency is reduced gradually and
/// not by how much: here by one an error, with no growth for a second after it.
/// </summary>
internal sealed class PollerScaling
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly LiveSettings _settings;
    private double _limit;
    private DateTimeOffset _busySince;
    private bool _isBusy;
    private DateTimeOffset _restsUntil;

    public PollerScaling(LiveSettings settings, TimeProvider clock)
    {
        _clock = clock;
        _settings = settings;
        _limit = Initial;
    }

    /// <summary>Invocations that may run now.</summary>
    public int Limit
    {
        get
        {
            lock (_lock)
            {
                Grow(_clock.GetUtcNow());
                return (int)Math.Min(_limit, Maximum);
            }
        }
    }

    private EventSourceSettings Settings => _settings.Current.EventSource;

    private int Maximum => Settings.MaximumConcurrency;

    private int Initial => Math.Min(Settings.InitialPollers, Maximum);

    private double PerSecond => Settings.ScaleUpPerMinute / 60.0;

    /// <summary>How long all must be at work until one more may be; null: there will be no more.</summary>
    public TimeSpan? UntilNext
    {
        get
        {
            lock (_lock)
            {
                var now = _clock.GetUtcNow();
                Grow(now);
                return _limit >= Maximum
                    ? null
                    : Pause(now) + TimeSpan.FromSeconds((Math.Floor(_limit) + 1 - _limit) / PerSecond);
            }
        }
    }

    /// <summary>All that may run are at work: from now on the limit grows.</summary>
    public void Busy()
    {
        lock (_lock)
        {
            if (!_isBusy)
            {
                (_isBusy, _busySince) = (true, _clock.GetUtcNow());
            }
        }
    }

    /// <summary>One could begin: the growing ends.</summary>
    public void Free()
    {
        lock (_lock)
        {
            Grow(_clock.GetUtcNow());
            _isBusy = false;
        }
    }

    /// <summary>The queue is empty: a new rush begins as the first one did.</summary>
    public void Idle()
    {
        lock (_lock)
        {
            _limit = Math.Min(_limit, Initial);
            _isBusy = false;
        }
    }

    /// <summary>An invocation failed or was throttled.</summary>
    public void BackOff()
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            Grow(now);
            _limit = Math.Max(1, Math.Floor(Math.Min(_limit, Maximum)) - 1);
            _restsUntil = now + Rest;
        }
    }

    private void Grow(DateTimeOffset now)
    {
        if (!_isBusy)
        {
            return;
        }

        var since = _busySince > _restsUntil ? _busySince : _restsUntil;
        if (now > since)
        {
            // Fractions of a clock's tick must not hold the last one back.
            var grown = _limit + ((now - since).TotalSeconds * PerSecond);
            _limit = Math.Min(Maximum, Math.Round(grown, 6));
            _busySince = now;
        }
    }

    private TimeSpan Pause(DateTimeOffset now) => _restsUntil > now ? _restsUntil - now : TimeSpan.Zero;
}
