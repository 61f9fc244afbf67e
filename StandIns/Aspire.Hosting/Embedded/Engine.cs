using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Embedded.ResourceService;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Embedded;

/// <summary>Runs the model: decides addresses, starts what can be started, and stops it in reverse order.</summary>
internal sealed partial class Engine(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext execution,
    ResourceNotificationService notifications,
    ResourceLoggerService logs,
    IDistributedApplicationEventing eventing,
    LaunchPlanner planner,
    HealthWatch health,
    ResourceServiceHost resourceService,
    EngineOptions options,
    IServiceProvider services,
    ILogger<Engine> logger) : IHostedService, IAsyncDisposable
{
    private const string SuffixLetters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int SuffixLength = 8;
    private readonly Dictionary<string, ProcessRunner> _runners = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource _stopping = new();
    private readonly EndpointAllocation _allocation = new(logger, options.RandomizePorts);
    private Task _watching = Task.CompletedTask;
    private int _disposed;

    /// <summary>Starts the application. Resources start in the background, each as soon as it may.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (execution.IsPublishMode)
        {
            return;
        }

        WaitCycles.Refuse(model);
        CreateRunners();
        resourceService.Open(_allocation);
        await eventing.PublishAsync(new BeforeStartEvent(services, model), cancellationToken);
        _allocation.Allocate(model);
        await ShowAsync(cancellationToken);

        _watching = health.RunAsync(_stopping.Token);
        var passive = new PassiveResources(notifications, logs, eventing, services);
        foreach (var resource in model.Resources.ToList())
        {
            if (resource is ProjectResource or ExecutableResource)
            {
                if (!resource.HasAnnotationOfType<ExplicitStartupAnnotation>())
                {
                    await Task.WhenAll(resource.GetInstanceIds().Select(id => _runners[id].StartAsync(cancellationToken)));
                }
            }
            else
            {
                _ = Task.Run(() => passive.StartAsync(resource, _stopping.Token), CancellationToken.None);
            }
        }

        await eventing.PublishAsync(new AfterResourcesCreatedEvent(services, model), cancellationToken);
    }

    /// <summary>Stops every process, after all that use it.</summary>
    /// <param name="cancellationToken">Cancelled when there is no more time: then what still runs is killed.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        var order = new StopOrder([.. model.Resources], resource => RunnersOf(resource).SelectMany(static runner => runner.Uses));
        Dictionary<IResource, Task> stops = [];
        await Task.WhenAll(model.Resources.Select(resource => StopInOrder(resource, order, stops, cancellationToken)));
        await resourceService.StopAsync();
        await _watching;
    }

    /// <summary>The runner of an instance.</summary>
    internal ProcessRunner RunnerOf(string instanceId) => _runners.TryGetValue(instanceId, out var runner)
        ? runner
        : throw new DistributedApplicationException($"'{instanceId}' is no process of this application.");

    public async ValueTask DisposeAsync()
    {
        // The container holds us twice: as ourselves and as a hosted service.
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync();
        await Task.WhenAll(_runners.Values.Select(static runner => runner.DisposeAsync().AsTask()));
        await resourceService.StopAsync();
        await _watching;
        _stopping.Dispose();
        _allocation.Dispose();
    }

    private void CreateRunners()
    {
        foreach (var resource in model.Resources.Where(static resource => resource is ProjectResource or ExecutableResource))
        {
            resource.SetInstances(resource.GetReplicaCount(), static () => RandomNumberGenerator.GetString(SuffixLetters, SuffixLength));
            var ids = resource.GetInstanceIds();
            logs.Know(resource.Name, ids);
            LifecycleCommands.Add(resource);
            for (var replica = 0; replica < ids.Count; replica++)
            {
                _runners[ids[replica]] = new ProcessRunner(
                    resource, ids[replica], replica, planner, notifications, logs, eventing, services, options);
            }
        }
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        foreach (var resource in model.Resources.ToList())
        {
            var urls = await ResourceUrls.DescribeAsync(resource, execution, logs.GetLogger(resource), cancellationToken);
            var state = resource switch
            {
                _ when resource.HasAnnotationOfType<ExplicitStartupAnnotation>() => KnownResourceStates.NotStarted,
                ProjectResource or ExecutableResource => KnownResourceStates.Starting,
                _ => null,
            };
            await notifications.PublishUpdateAsync(resource, last => last with
            {
                State = state is null ? last.State : new ResourceStateSnapshot(state, KnownResourceStateStyles.Info),
                CreationTimeStamp = last.CreationTimeStamp ?? TimeProvider.System.GetUtcNow().UtcDateTime,
                Urls = urls,
            });
            if (resource is IResourceWithEndpoints)
            {
                await eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, services), cancellationToken);
            }
        }
    }

    private Task StopInOrder(IResource resource, StopOrder order, Dictionary<IResource, Task> stops, CancellationToken cancellationToken)
    {
        if (!stops.TryGetValue(resource, out var stop))
        {
            Task[] earlier = [.. order.Before(resource).Select(other => StopInOrder(other, order, stops, cancellationToken))];
            stops[resource] = stop = StopAsync(resource, earlier, cancellationToken);
        }

        return stop;
    }

    private async Task StopAsync(IResource resource, Task[] earlier, CancellationToken cancellationToken)
    {
        await Task.WhenAll(earlier);
        await Task.WhenAll(RunnersOf(resource).Select(runner => runner.StopAsync(cancellationToken)));
    }

    private IEnumerable<ProcessRunner> RunnersOf(IResource resource) =>
        resource.GetInstanceIds().Where(_runners.ContainsKey).Select(id => _runners[id]);
}
