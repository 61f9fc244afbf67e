using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Embedded;

/// <summary>The commands that every process has.</summary>
internal static class LifecycleCommands
{
    internal const string Start = "resource-start";
    internal const string Stop = "resource-stop";
    internal const string Restart = "resource-restart";

    /// <summary>Adds them to a resource.</summary>
    internal static void Add(IResource resource)
    {
        resource.Annotations.Add(Command(Start, "Start", "Play", IsStopped, static (runner, cancellationToken) => runner.StartAsync(cancellationToken)));
        resource.Annotations.Add(Command(Stop, "Stop", "Stop", IsAlive, static (runner, cancellationToken) => runner.StopAsync(cancellationToken)));
        resource.Annotations.Add(Command(
            Restart, "Restart", "ArrowCounterclockwise", IsAlive, static (runner, cancellationToken) => runner.RestartAsync(cancellationToken)));
    }

    private static ResourceCommandAnnotation Command(
        string name, string displayName, string icon, Func<string?, bool> isUsable, Func<ProcessRunner, CancellationToken, Task> execute) =>
        new(
            name,
            displayName,
            context => isUsable(context.ResourceSnapshot.State?.Text) ? ResourceCommandState.Enabled : ResourceCommandState.Hidden,
            async context =>
            {
                await execute(context.ServiceProvider.GetRequiredService<Engine>().RunnerOf(context.ResourceName), context.CancellationToken);
                return CommandResults.Success();
            },
            displayDescription: null,
            parameter: null,
            confirmationMessage: null,
            iconName: icon,
            iconVariant: IconVariant.Filled,
            isHighlighted: true);

    private static bool IsStopped(string? state) =>
        state is null || state == KnownResourceStates.NotStarted || KnownResourceStates.TerminalStates.Contains(state);

    private static bool IsAlive(string? state) => !IsStopped(state) && state != KnownResourceStates.Stopping;
}
