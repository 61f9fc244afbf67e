using Dashboard.Telemetry.Queries;

namespace Dashboard.Telemetry;

/// <summary>The stores' heartbeat: one beat for each batch that has become visible.</summary>
internal sealed class TelemetryPulse(TimeProvider time) : ITelemetryPulse
{
    /// <summary>Beats that come together are one for the pages.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _version;

    /// <inheritdoc />
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Something new is visible.</summary>
    public void Beat()
    {
        TaskCompletionSource next;
        lock (_lock)
        {
            _version++;
            (next, _next) = (_next, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        next.SetResult();
    }

    /// <inheritdoc />
    public async ValueTask<long> WaitAsync(long seen, CancellationToken cancellationToken)
    {
        Task next;
        lock (_lock)
        {
            next = _version > seen ? Task.CompletedTask : _next.Task;
        }

        await next.WaitAsync(cancellationToken);
        await Task.Delay(Rest, time, cancellationToken);
        return Version;
    }
}
