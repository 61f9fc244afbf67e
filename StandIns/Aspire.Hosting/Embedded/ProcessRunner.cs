using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Embedded;

/// <summary>One replica of a project or executable: waits, starts, watches, restarts and stops it, and says how it stands.</summary>
internal sealed partial class ProcessRunner(
    IResource resource,
    string instanceId,
    int replica,
    LaunchPlanner planner,
    ResourceNotificationService notifications,
    ResourceLoggerService logs,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    EngineOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ILogger _logger = logs.GetLogger(instanceId);
    private readonly ResourceLog _log = logs.GetLog(instanceId);
    private readonly RestartPolicy _restarts = new(options, resource is ProjectResource);
    private CancellationTokenSource? _stopping;
    private CancellationTokenSource? _killing;
    private Task _run = Task.CompletedTask;

    /// <summary>The resources that the process was told of at its last start.</summary>
    internal IReadOnlyCollection<IResource> Uses { get; private set; } = [];

    /// <summary>Starts the process in the background, unless it runs.</summary>
    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await BeginAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Stops the process, or the waiting for its start; returns when it has ended.</summary>
    /// <param name="cancellationToken">Cancelled when there is no more time: then the process is killed.</param>
    internal async Task StopAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            await EndAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Stops the process and starts it again.</summary>
    internal async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await EndAsync(cancellationToken);
            await BeginAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true));
        _stopping?.Dispose();
        _killing?.Dispose();
        _gate.Dispose();
    }

    private async Task BeginAsync()
    {
        if (!_run.IsCompleted)
        {
            return;
        }

        // At once: whoever has us started must not find the last end any more.
        await PublishStartingAsync();

        _stopping?.Dispose();
        _killing?.Dispose();
        _stopping = new CancellationTokenSource();
        _killing = new CancellationTokenSource();
        _restarts.Reset();
        var (stopping, killing) = (_stopping.Token, _killing.Token);
        _run = Task.Run(() => RunAsync(stopping, killing), CancellationToken.None);
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_stopping is null || _killing is null)
        {
            return;
        }

        await using var hurry = cancellationToken.Register(_killing.Cancel);
        await _stopping.CancelAsync();
        await _run;
    }

    private async Task RunAsync(CancellationToken stopping, CancellationToken killing)
    {
        try
        {
            await new DependencyWait(notifications, _logger, notifications.DefaultWaitBehavior).WaitAsync(resource, [instanceId], stopping);
            while (await RunOnceAsync(stopping, killing) is { } delay)
            {
                await Task.Delay(delay, TimeProvider.System, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await EndedAsync(KnownResourceStates.Exited, null, null);
        }
#pragma warning disable CA1031 // Whatever keeps a resource from starting is its state; the others live on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception is DistributedApplicationException ? exception.Message : exception.ToString());
            await EndedAsync(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error, null);
        }
    }

    /// <summary>Runs the process to its end. Returns the time to wait before it is started again, if it is.</summary>
    private async Task<TimeSpan?> RunOnceAsync(CancellationToken stopping, CancellationToken killing)
    {
        await PublishStartingAsync();
        await eventing.PublishAsync(new BeforeResourceStartedEvent(resource, services), stopping);
        var plan = await planner.PlanAsync(resource, instanceId, replica, stopping);
        Uses = plan.Uses;
        stopping.ThrowIfCancellationRequested();

        var started = TimeProvider.System.GetTimestamp();
        using var process = ChildProcess.Start(plan, _log.Add);
        await notifications.PublishUpdateAsync(resource, instanceId, last => RunnerSnapshots.Running(last, resource, plan, process.Id));

        using var asked = new CancellationTokenSource();
        await using var stop = stopping.Register(asked.Cancel);
        await Task.WhenAny(process.Exited, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, asked.Token));
        if (!process.Exited.IsCompleted)
        {
            await notifications.PublishUpdateAsync(resource, instanceId, static last => last with { State = KnownResourceStates.Stopping });
            var code = await process.StopAsync(options.StopTimeout, killing);
            await EndedAsync(KnownResourceStates.Exited, null, code);
            return null;
        }

        await asked.CancelAsync();
        return await JudgeAsync(await process.Exited, TimeProvider.System.GetElapsedTime(started), stopping);
    }

    private Task PublishStartingAsync() => notifications.PublishUpdateAsync(resource, instanceId, RunnerSnapshots.Starting);

    private async Task<TimeSpan?> JudgeAsync(int exitCode, TimeSpan ran, CancellationToken stopping)
    {
        var delay = stopping.IsCancellationRequested ? null : _restarts.Next(exitCode, ran);
        var (state, style) = exitCode == 0
            ? (KnownResourceStates.Finished, KnownResourceStateStyles.Success)
            : (KnownResourceStates.Exited, KnownResourceStateStyles.Error);
        LogEnded(exitCode);
        if (delay is { } wait)
        {
            LogRestarting(string.Create(CultureInfo.InvariantCulture, $"{wait.TotalSeconds:0.##} s"), _restarts.InARow, options.MaximumRestarts);
        }

        await EndedAsync(state, style, exitCode, restarts: delay is not null);
        return delay;
    }

    private async Task EndedAsync(string state, string? style, int? exitCode, bool restarts = false)
    {
        await notifications.PublishUpdateAsync(resource, instanceId, last => RunnerSnapshots.Ended(last, state, style, exitCode, restarts));
        if (notifications.TryGetCurrentState(instanceId, out var current))
        {
            await eventing.PublishAsync(
                new ResourceStoppedEvent(resource, services, current), EventDispatchBehavior.NonBlockingSequential, CancellationToken.None);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Failed to start: {Reason}")]
    private partial void LogFailed(string reason);

    [LoggerMessage(2, LogLevel.Information, "Ended with exit code {ExitCode}")]
    private partial void LogEnded(int exitCode);

    [LoggerMessage(3, LogLevel.Warning, "Restarting in {Delay} ({Restart} of {Maximum} in a row)")]
    private partial void LogRestarting(string delay, int restart, int maximum);
}
