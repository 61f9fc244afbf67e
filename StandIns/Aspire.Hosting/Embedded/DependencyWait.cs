using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Embedded;

/// <summary>Waits for what a resource was told to wait for, and shows meanwhile that it does.</summary>
internal sealed partial class DependencyWait(ResourceNotificationService notifications, ILogger logger, WaitBehavior defaultBehavior)
{
    /// <summary>Returns once every dependency is as far as it should be.</summary>
    internal async Task WaitAsync(IResource resource, IReadOnlyList<string> instanceIds, CancellationToken cancellationToken)
    {
        WaitAnnotation[] waits = [.. resource.Annotations.OfType<WaitAnnotation>()];
        if (waits.Length == 0)
        {
            return;
        }

        foreach (var id in instanceIds)
        {
            await notifications.PublishUpdateAsync(resource, id, static last => last with { State = KnownResourceStates.Waiting });
        }

        await Task.WhenAll(waits.Select(wait => WaitAsync(wait, cancellationToken)));
    }

    private async Task WaitAsync(WaitAnnotation wait, CancellationToken cancellationToken)
    {
        LogWaiting(wait.Resource.Name);
        await Task.WhenAll(wait.Resource.GetInstanceIds().Select(id => WaitAsync(wait, id, cancellationToken)));
    }

    private async Task WaitAsync(WaitAnnotation wait, string id, CancellationToken cancellationToken)
    {
        var behavior = wait.WaitBehavior ?? defaultBehavior;
        var reached = await notifications.WaitForResourceAsync(id, @event => IsOver(wait, behavior, @event.Snapshot), cancellationToken);
        var snapshot = reached.Snapshot;
        switch (wait.WaitType)
        {
            case WaitType.WaitForCompletion when snapshot.ExitCode is { } code && code != wait.ExitCode:
                throw new DistributedApplicationException($"'{wait.Resource.Name}' ended with exit code {code} instead of {wait.ExitCode}.");
            case WaitType.WaitForCompletion when snapshot.State?.Text == KnownResourceStates.FailedToStart:
            case not WaitType.WaitForCompletion when snapshot.IsTerminal:
                throw new DistributedApplicationException($"'{wait.Resource.Name}', which is needed first, is {snapshot.State?.Text}.");
        }

        if (wait.WaitType == WaitType.WaitUntilHealthy && snapshot.Ready is { } ready)
        {
            await ready.WaitAsync(cancellationToken);
        }
    }

    private static bool IsOver(WaitAnnotation wait, WaitBehavior behavior, CustomResourceSnapshot snapshot) => wait.WaitType switch
    {
        WaitType.WaitForCompletion => snapshot.IsTerminal,
        WaitType.WaitUntilStarted => snapshot.State?.Text == KnownResourceStates.Running || IsGivenUp(behavior, snapshot),
        _ => snapshot.Ready is not null || IsGivenUp(behavior, snapshot),
    };

    private static bool IsGivenUp(WaitBehavior behavior, CustomResourceSnapshot snapshot) =>
        behavior == WaitBehavior.StopOnResourceUnavailable && snapshot.IsTerminal;

    [LoggerMessage(1, LogLevel.Information, "Waiting for {Dependency}")]
    private partial void LogWaiting(string dependency);
}
