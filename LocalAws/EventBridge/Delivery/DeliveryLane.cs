namespace LocalAws.EventBridge.Delivery;

/// <summary>
/// The events on their way to one target: a bounded number under way at once, and of those at most half retries, so
/// that a target that fails some events still gets the others. Waiting for a retry takes no place here.
/// </summary>
internal sealed class DeliveryLane : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<EventDelivery> _fresh = new();
    private readonly Queue<EventDelivery> _retries = new();
    private readonly int _places;
    private readonly int _retryPlaces;
    private readonly RateGate _gate;
    private readonly Func<EventDelivery, int?> _rate;
    private readonly Func<EventDelivery, Task> _run;
    private readonly ITimer _wake;
    private int _underWay;
    private int _retriesUnderWay;

    /// <param name="run">Hands one event over; it never throws.</param>
    public DeliveryLane(int places, TimeProvider clock, Func<EventDelivery, int?> rate, Func<EventDelivery, Task> run)
    {
        _places = places;
        _retryPlaces = Math.Max(1, places / 2);
        _gate = new RateGate(clock);
        _rate = rate;
        _run = run;
        _wake = clock.CreateTimer(static lane => ((DeliveryLane)lane!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Adds an event, be it new or due again.</summary>
    public void Add(EventDelivery delivery)
    {
        lock (_lock)
        {
            (delivery.Attempts == 0 ? _fresh : _retries).Enqueue(delivery);
        }

        Pump();
    }

    public void Dispose() => _wake.Dispose();

    private void Pump()
    {
        lock (_lock)
        {
            while (_underWay < _places && Next() is { } queue)
            {
                if (!_gate.TryPass(_rate(queue.Peek()), out var wait))
                {
                    _wake.Change(wait, Timeout.InfiniteTimeSpan);
                    return;
                }

                var delivery = queue.Dequeue();
                _underWay++;
                _retriesUnderWay += delivery.Attempts == 0 ? 0 : 1;
                // A request's context (its trace, its cancellation) must not flow into what outlives the request.
                ThreadPool.UnsafeQueueUserWorkItem(
                    static work => _ = work.Lane.RunAsync(work.Delivery), (Lane: this, Delivery: delivery), preferLocal: false);
            }
        }
    }

    private Queue<EventDelivery>? Next()
    {
        if (_retries.Count > 0 && (_retriesUnderWay < _retryPlaces || _fresh.Count == 0))
        {
            return _retries;
        }

        return _fresh.Count > 0 ? _fresh : null;
    }

    private async Task RunAsync(EventDelivery delivery)
    {
        var isRetry = delivery.Attempts > 0;
        await _run(delivery);
        lock (_lock)
        {
            _underWay--;
            _retriesUnderWay -= isRetry ? 1 : 0;
        }

        Pump();
    }
}
