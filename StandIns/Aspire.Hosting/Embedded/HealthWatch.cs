using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Embedded;

/// <summary>
/// Asks every running resource whether it is healthy: at short intervals until it is, so that nothing waits longer than
/// it must, and at longer ones from then on.
/// </summary>
internal sealed partial class HealthWatch(
    ResourceNotificationService notifications,
    IDistributedApplicationEventing eventing,
    HealthCheckService checks,
    IServiceProvider services,
    ILogger<HealthWatch> logger) : IDisposable
{
    private static readonly TimeSpan UntilHealthy = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan WhileSlow = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WhileHealthy = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(15);

    private readonly HttpClient _client = new(
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>Watches until told to stop.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, (DateTime? Start, CancellationTokenSource Stop)> watched = [];
        try
        {
            await foreach (var @event in notifications.WatchAsync(cancellationToken))
            {
                var runs = @event.Snapshot.State?.Text == KnownResourceStates.Running;
                if (watched.TryGetValue(@event.ResourceId, out var current) && (!runs || current.Start != @event.Snapshot.StartTimeStamp))
                {
                    await current.Stop.CancelAsync();
                    current.Stop.Dispose();
                    watched.Remove(@event.ResourceId);
                }

                if (runs && !watched.ContainsKey(@event.ResourceId))
                {
                    var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                    watched[@event.ResourceId] = (@event.Snapshot.StartTimeStamp, stop);
                    _ = WatchAsync(@event, stop.Token);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The application stops, and with it the watches on the single resources, which are linked to it.
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task WatchAsync(ResourceEvent started, CancellationToken cancellationToken)
    {
        var resource = started.Resource;
        var replica = Math.Max(0, resource.GetInstanceIds().ToList().IndexOf(started.ResourceId));
        var begun = TimeProvider.System.GetTimestamp();
        var ready = false;
        try
        {
            while (true)
            {
                var reports = await AskAsync(resource, replica, cancellationToken);
                var healthy = reports.All(static report => report.Status == HealthStatus.Healthy);
                await PublishAsync(started, reports, healthy && !ready);
                ready |= healthy;
                if (ready && reports.IsEmpty)
                {
                    return;
                }

                var slow = TimeProvider.System.GetElapsedTime(begun) > SlowAfter;
                await Task.Delay(healthy ? WhileHealthy : slow || ready ? WhileSlow : UntilHealthy, TimeProvider.System, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The resource no longer runs, or the application stops: nobody asks for its health.
        }
    }

    private async Task<ImmutableArray<HealthReportSnapshot>> AskAsync(IResource resource, int replica, CancellationToken cancellationToken)
    {
        var reports = ImmutableArray.CreateBuilder<HealthReportSnapshot>();
        var probes = resource.Annotations.OfType<HttpProbe>().ToDictionary(static probe => probe.Key);
        foreach (var key in resource.Annotations.OfType<HealthCheckAnnotation>().Select(static check => check.Key))
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            if (probes.TryGetValue(key, out var probe))
            {
                var (status, description) = await probe.AskAsync(_client, replica, cancellationToken);
                reports.Add(new HealthReportSnapshot(key, status, description, null) { LastRunAt = now });
            }
            else
            {
                var report = await checks.CheckHealthAsync(registration => registration.Name == key, cancellationToken);
                reports.Add(report.Entries.TryGetValue(key, out var entry)
                    ? new HealthReportSnapshot(key, entry.Status, entry.Description, entry.Exception?.ToString()) { LastRunAt = now }
                    : new HealthReportSnapshot(key, HealthStatus.Unhealthy, $"No health check '{key}' is registered.", null) { LastRunAt = now });
            }
        }

        return reports.ToImmutable();
    }

    private Task PublishAsync(ResourceEvent started, ImmutableArray<HealthReportSnapshot> reports, bool becameReady) =>
        notifications.PublishUpdateAsync(started.Resource, started.ResourceId, last =>
        {
            // What we asked may have ended meanwhile, or be another run already.
            if (last.State?.Text != KnownResourceStates.Running || last.StartTimeStamp != started.Snapshot.StartTimeStamp)
            {
                return last;
            }

            if (!becameReady && Same(last.HealthReports, reports))
            {
                return last;
            }

            var next = last with { HealthReports = reports };
            return becameReady ? next with { Ready = TellReadyAsync(started.Resource) } : next;
        });

    private async Task TellReadyAsync(IResource resource)
    {
        await Task.Yield();
        try
        {
            await eventing.PublishAsync(new ResourceReadyEvent(resource, services), CancellationToken.None);
        }
#pragma warning disable CA1031 // A subscriber's failure is reported, and is no failure of the resource.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogSubscriberFailed(resource.Name, exception);
        }
    }

    private static bool Same(ImmutableArray<HealthReportSnapshot> one, ImmutableArray<HealthReportSnapshot> other) =>
        one.Length == other.Length
        && one.Zip(other).All(static pair => pair.First.Status == pair.Second.Status && pair.First.Description == pair.Second.Description);

    [LoggerMessage(1, LogLevel.Error, "A subscriber to the readiness of '{Resource}' failed")]
    private partial void LogSubscriberFailed(string resource, Exception exception);
}
