namespace Dashboard.Security;

/// <summary>
/// Bounds how fast tokens can be tried: after <see cref="MaximumFailures"/> failures within <see cref="Window"/> nobody gets
/// in until the oldest of them is older than that, with the right token neither. Open sessions are not touched.
/// </summary>
/// <remarks>One count for everybody: on this machine all attempts come from one address anyway.</remarks>
internal sealed class LoginAttempts(TimeProvider time)
{
    /// <summary>How many failures are allowed.</summary>
    public const int MaximumFailures = 10;

    private readonly Queue<long> _failures = new();
    private readonly Lock _counting = new();

    /// <summary>How long a failure counts.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait before the next attempt; zero when it may be made.</summary>
    public TimeSpan Wait
    {
        get
        {
            lock (_counting)
            {
                while (_failures.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
                {
                    _failures.Dequeue();
                }

                return _failures.Count < MaximumFailures ? TimeSpan.Zero : Window - time.GetElapsedTime(_failures.Peek());
            }
        }
    }

    /// <summary>Counts a failure.</summary>
    public void Fail()
    {
        lock (_counting)
        {
            _failures.Enqueue(time.GetTimestamp());
        }
    }
}
