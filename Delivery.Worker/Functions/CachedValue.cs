namespace Delivery.Worker.Functions;

/// <summary>
/// A looked-up value that is kept for a while. Callers that come while it is being fetched share the one fetch; a
/// failed fetch is not kept.
/// </summary>
internal sealed class CachedValue<T>(Func<Task<T>> fetch, TimeSpan lifetime, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private Task<T>? _current;
    private long _fetchedAt;

    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_current is null || _current.IsFaulted || _current.IsCanceled
                || (_current.IsCompleted && clock.GetElapsedTime(_fetchedAt) >= lifetime))
            {
                _fetchedAt = clock.GetTimestamp();
                _current = fetch();
            }

            return _current.WaitAsync(cancellationToken);
        }
    }
}
