using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Eventing;

/// <summary>Tells subscribers what happens.</summary>
public class DistributedApplicationEventing : IDistributedApplicationEventing
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, List<DistributedApplicationEventSubscription>> _subscriptions = [];

    /// <inheritdoc/>
    public Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent =>
        PublishAsync(@event, EventDispatchBehavior.BlockingSequential, cancellationToken);

    /// <inheritdoc/>
    public Task PublishAsync<T>(T @event, EventDispatchBehavior dispatchBehavior, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent
    {
        ArgumentNullException.ThrowIfNull(@event);
        DistributedApplicationEventSubscription[] subscribers;
        lock (_lock)
        {
            subscribers = _subscriptions.TryGetValue(typeof(T), out var list) ? [.. list] : [];
        }

        switch (dispatchBehavior)
        {
            case EventDispatchBehavior.BlockingSequential:
                return OneAfterAnotherAsync();
            case EventDispatchBehavior.BlockingConcurrent:
                return AtOnceAsync();
            case EventDispatchBehavior.NonBlockingSequential:
                _ = Task.Run(OneAfterAnotherAsync, CancellationToken.None);
                return Task.CompletedTask;
            default:
                _ = Task.Run(AtOnceAsync, CancellationToken.None);
                return Task.CompletedTask;
        }

        async Task OneAfterAnotherAsync()
        {
            foreach (var subscriber in subscribers)
            {
                await subscriber.Callback(@event, cancellationToken);
            }
        }

        Task AtOnceAsync() => Task.WhenAll(subscribers.Select(subscriber => subscriber.Callback(@event, cancellationToken)));
    }

    /// <inheritdoc/>
    public DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationEvent
    {
        ArgumentNullException.ThrowIfNull(callback);
        var subscription = new DistributedApplicationEventSubscription((@event, cancellationToken) => callback((T)@event, cancellationToken));
        lock (_lock)
        {
            if (!_subscriptions.TryGetValue(typeof(T), out var list))
            {
                _subscriptions[typeof(T)] = list = [];
            }

            list.Add(subscription);
        }

        return subscription;
    }

    /// <inheritdoc/>
    public DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent =>
        Subscribe<T>((@event, cancellationToken) =>
            ReferenceEquals(@event.Resource, resource) ? callback(@event, cancellationToken) : Task.CompletedTask);

    /// <inheritdoc/>
    public void Unsubscribe(DistributedApplicationEventSubscription subscription)
    {
        lock (_lock)
        {
            foreach (var list in _subscriptions.Values)
            {
                list.Remove(subscription);
            }
        }
    }
}
