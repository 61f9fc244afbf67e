namespace LocalAws.EventBridge.Delivery;

/// <summary>Lets a number of hand-overs a second through: a bucket of one second's worth that fills continuously. Not thread-safe.</summary>
internal sealed class RateGate(TimeProvider clock)
{
    private double _permits = double.PositiveInfinity;
    private long _refilled = clock.GetTimestamp();

    /// <summary>Takes a permit, or says how long it takes until there is one.</summary>
    public bool TryPass(int? rate, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        var now = clock.GetTimestamp();
        if (rate is not { } perSecond)
        {
            return true;
        }

        _permits = Math.Min(perSecond, _permits + (clock.GetElapsedTime(_refilled, now).TotalSeconds * perSecond));
        _refilled = now;
        if (_permits >= 1)
        {
            _permits--;
            return true;
        }

        wait = TimeSpan.FromSeconds((1 - _permits) / perSecond);
        return false;
    }
}
