using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>How the resources stand, told to whoever wants to know.</summary>
/// <param name="logger">The application's log.</param>
/// <param name="hostApplicationLifetime">Whose end ends all waiting.</param>
/// <param name="serviceProvider">The application's services.</param>
/// <param name="resourceLoggerService">The resources' logs.</param>
public partial class ResourceNotificationService(
    ILogger<ResourceNotificationService> logger,
    IHostApplicationLifetime hostApplicationLifetime,
    IServiceProvider serviceProvider,
    ResourceLoggerService resourceLoggerService) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ResourceEvent> _current = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<ResourceEvent>> _watchers = [];
    private readonly CancellationTokenSource _disposing = new();

    /// <summary>Changes how an instance stands.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="resourceId">The instance.</param>
    /// <param name="stateFactory">Makes the next snapshot of the last.</param>
    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(stateFactory);
        lock (_lock)
        {
            var previous = _current.TryGetValue(resourceId, out var last) ? last.Snapshot : SnapshotRules.Initial(resource);
            var next = SnapshotRules.Complete(resource, previous, stateFactory(previous), serviceProvider);
            if (ReferenceEquals(next, previous) && last is not null)
            {
                return Task.CompletedTask;
            }

            if (previous.State?.Text != next.State?.Text && next.State is { } state)
            {
                LogState(resourceId, state.Text);
            }

            var @event = new ResourceEvent(resource, resourceId, next);
            _current[resourceId] = @event;
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(@event);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Changes how every instance of a resource stands.</summary>
    public async Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        foreach (var id in resource.GetInstanceIds())
        {
            await PublishUpdateAsync(resource, id, stateFactory);
        }
    }

    /// <summary>How an instance stands.</summary>
    /// <param name="resourceId">The instance, or the name of a resource that has only one.</param>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (_lock)
        {
            if (_current.TryGetValue(resourceId, out resourceEvent))
            {
                return true;
            }

            var named = _current.Values.Where(e => IsNamed(e, resourceId)).Take(2).ToList();
            resourceEvent = named is [var only] ? only : null;
            return resourceEvent is not null;
        }
    }

    /// <summary>How every instance stands now.</summary>
    internal IReadOnlyList<ResourceEvent> Current
    {
        get
        {
            lock (_lock)
            {
                return [.. _current.Values];
            }
        }
    }

    /// <summary>How every instance stands, then each change.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposing.Token);
        var channel = Channel.CreateUnbounded<ResourceEvent>(new UnboundedChannelOptions { SingleReader = true });
        lock (_lock)
        {
            foreach (var @event in _current.Values)
            {
                channel.Writer.TryWrite(@event);
            }

            _watchers.Add(channel);
        }

        try
        {
            await foreach (var @event in channel.Reader.ReadAllAsync(ending.Token))
            {
                yield return @event;
            }
        }
        finally
        {
            lock (_lock)
            {
                _watchers.Remove(channel);
            }
        }
    }

    /// <summary>Waits until an instance of a resource is in a state.</summary>
    /// <param name="resourceName">The resource, or one instance.</param>
    /// <param name="targetState">The state. Default: Running.</param>
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    /// <summary>Waits until an instance of a resource is in one of some states, and says which.</summary>
    public async Task<string> WaitForResourceAsync(
        string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        string[] states = [.. targetStates];
        var reached = await WaitForResourceAsync(
            resourceName,
            @event => @event.Snapshot.State is { Text: var text } && states.Contains(text, StringComparer.OrdinalIgnoreCase),
            cancellationToken);
        return reached.Snapshot.State!.Text;
    }

    /// <summary>Waits until an instance of a resource satisfies a condition.</summary>
    public async Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceName);
        ArgumentNullException.ThrowIfNull(predicate);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hostApplicationLifetime.ApplicationStopping);
        await foreach (var @event in WatchAsync(ending.Token))
        {
            if (IsNamed(@event, resourceName) && predicate(@event))
            {
                return @event;
            }
        }

        throw new OperationCanceledException($"The application ended while '{resourceName}' was waited for.");
    }

    /// <summary>Waits until a resource is healthy and the subscribers to its readiness are done.</summary>
    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, DefaultWaitBehavior, cancellationToken);

    /// <summary>Waits until a resource is healthy and the subscribers to its readiness are done.</summary>
    /// <exception cref="DistributedApplicationException">It cannot become healthy by itself, and the behaviour is to give up then.</exception>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(
        string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        var reached = await WaitForResourceAsync(
            resourceName,
            @event => @event.Snapshot.Ready is not null
                || (waitBehavior == WaitBehavior.StopOnResourceUnavailable && @event.Snapshot.IsTerminal),
            cancellationToken);
        if (reached.Snapshot.Ready is not { } ready)
        {
            throw new DistributedApplicationException(
                $"Resource '{resourceName}' is {reached.Snapshot.State?.Text} and will not become healthy: its log says why.");
        }

        await ready.WaitAsync(cancellationToken);
        return reached;
    }

    /// <summary>Waits for all that a resource was told to wait for.</summary>
    /// <exception cref="DistributedApplicationException">One of them ended otherwise than hoped for.</exception>
    public Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new DependencyWait(this, resourceLoggerService.GetLogger(resource), DefaultWaitBehavior)
            .WaitAsync(resource, resource.GetInstanceIds(), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposing.Cancel();
        _disposing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What waiting means unless it is said where the waiting is.</summary>
    internal WaitBehavior DefaultWaitBehavior =>
        serviceProvider.GetService<IOptions<ResourceNotificationServiceOptions>>()?.Value.DefaultWaitBehavior
        ?? WaitBehavior.WaitOnResourceUnavailable;

    private static bool IsNamed(ResourceEvent @event, string name) =>
        string.Equals(@event.Resource.Name, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(@event.ResourceId, name, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(1, LogLevel.Debug, "{Resource} is {State}")]
    private partial void LogState(string resource, string state);
}
