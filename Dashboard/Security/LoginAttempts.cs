using System.Net;

namespace Dashboard.Security;

/// <summary>
/// Bounds how fast one machine can try tokens: after <see cref="MaximumFailures"/> failures within <see cref="Window"/> its wrong tokens are
/// answered with how long to wait. A right token opens all the same, so that nobody locks the reader out, unless it is short enough to be found by
/// trying (<see cref="BrowserAccess.IsGuessable"/>). Open sessions are not touched.
/// </summary>
internal sealed class LoginAttempts(TimeProvider time)
{
    /// <summary>How many failures are allowed.</summary>
    public const int MaximumFailures = 10;

    /// <summary>Machines that are remembered; beyond, all are forgotten, since a count a machine is worth nothing against so many.</summary>
    private const int MaximumMachines = 1_000;

    private readonly Dictionary<IPAddress, Queue<long>> _failures = [];
    private readonly Lock _counting = new();

    /// <summary>How long a failure counts.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a machine has to wait before its next attempt; zero when it may be made.</summary>
    public TimeSpan Wait(IPAddress? machine)
    {
        lock (_counting)
        {
            if (!_failures.TryGetValue(machine ?? IPAddress.None, out var failures))
            {
                return TimeSpan.Zero;
            }

            while (failures.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
            {
                failures.Dequeue();
            }

            return failures.Count < MaximumFailures ? TimeSpan.Zero : Window - time.GetElapsedTime(failures.Peek());
        }
    }

    /// <summary>Counts a failure.</summary>
    public void Fail(IPAddress? machine)
    {
        lock (_counting)
        {
            if (!_failures.TryGetValue(machine ?? IPAddress.None, out var failures))
            {
                if (_failures.Count == MaximumMachines)
                {
                    _failures.Clear();
                }

                _failures[machine ?? IPAddress.None] = failures = new();
            }

            failures.Enqueue(time.GetTimestamp());
        }
    }
}
