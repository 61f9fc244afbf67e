using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded.ResourceService;

/// <summary>
/// The changes for one reader. Of each resource only the newest waits: a slow reader misses states in between, never the
/// last one, and its memory is bounded by the number of resources.
/// </summary>
internal sealed class ResourceChanges(ResourceNotificationService notifications)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CustomResourceSnapshot> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceEvent> _waiting = new(StringComparer.Ordinal);
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>How every resource stands now; the changes go on from there.</summary>
    internal IReadOnlyList<ResourceEvent> Begin()
    {
        var current = notifications.Current;
        foreach (var @event in current)
        {
            _told[@event.ResourceId] = @event.Snapshot;
        }

        return current;
    }

    /// <summary>The changes since the last batch, whenever there are some.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<ResourceEvent>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var collecting = CollectAsync(ending.Token);
        try
        {
            while (await _signal.Reader.WaitToReadAsync(cancellationToken))
            {
                _signal.Reader.TryRead(out _);
                if (Take() is { Count: > 0 } batch)
                {
                    yield return batch;
                }
            }
        }
        finally
        {
            await ending.CancelAsync();
            await collecting;
        }
    }

    private async Task CollectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var @event in notifications.WatchAsync(cancellationToken))
            {
                lock (_lock)
                {
                    if (_told.TryGetValue(@event.ResourceId, out var told) && ReferenceEquals(told, @event.Snapshot))
                    {
                        continue;
                    }

                    _waiting[@event.ResourceId] = @event;
                }

                _signal.Writer.TryWrite(true);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone, or the application stops.
        }
        finally
        {
            _signal.Writer.TryComplete();
        }
    }

    private List<ResourceEvent> Take()
    {
        lock (_lock)
        {
            List<ResourceEvent> batch = [.. _waiting.Values];
            _waiting.Clear();
            foreach (var @event in batch)
            {
                _told[@event.ResourceId] = @event.Snapshot;
            }

            return batch;
        }
    }
}
