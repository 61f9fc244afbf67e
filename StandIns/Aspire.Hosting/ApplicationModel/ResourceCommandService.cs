using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Carries out commands of resources.</summary>
public class ResourceCommandService
{
    private readonly ResourceNotificationService _notifications;
    private readonly IServiceProvider _services;

    internal ResourceCommandService(ResourceNotificationService notifications, IServiceProvider services)
    {
        _notifications = notifications;
        _services = services;
    }

    /// <summary>Carries out a command of one instance.</summary>
    /// <param name="resourceId">The instance, or the name of a resource that has only one.</param>
    /// <param name="commandName">The command.</param>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceId);
        if (_notifications.TryGetCurrentState(resourceId, out var current))
        {
            return await ExecuteAsync(current.Resource, current.ResourceId, commandName, cancellationToken);
        }

        var named = _services.GetRequiredService<DistributedApplicationModel>().Resources
            .FirstOrDefault(resource => string.Equals(resource.Name, resourceId, StringComparison.OrdinalIgnoreCase));
        return named is null
            ? CommandResults.Failure($"There is no resource '{resourceId}'.")
            : await ExecuteCommandAsync(named, commandName, cancellationToken);
    }

    /// <summary>Carries out a command of every instance of a resource.</summary>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var results = await Task.WhenAll(
            Embedded.ResourceInstances.GetInstanceIds(resource).Select(id => ExecuteAsync(resource, id, commandName, cancellationToken)));
        string[] failures = [.. results.Where(static result => result is { Success: false, Canceled: false })
            .Select(static result => result.ErrorMessage ?? "It failed.")];
        return failures.Length > 0
            ? CommandResults.Failure(string.Join(' ', failures.Distinct(StringComparer.Ordinal)))
            : results.FirstOrDefault(static result => result.Canceled) ?? CommandResults.Success();
    }

    private async Task<ExecuteCommandResult> ExecuteAsync(
        IResource resource, string resourceId, string commandName, CancellationToken cancellationToken)
    {
        var command = resource.Annotations.OfType<ResourceCommandAnnotation>()
            .LastOrDefault(annotation => string.Equals(annotation.Name, commandName, StringComparison.OrdinalIgnoreCase));
        if (command is null)
        {
            return CommandResults.Failure($"Resource '{resource.Name}' has no command '{commandName}'.");
        }

        try
        {
            return await command.ExecuteCommand(new ExecuteCommandContext
            {
                ServiceProvider = _services,
                ResourceName = resourceId,
                CancellationToken = cancellationToken,
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return CommandResults.Canceled();
        }
#pragma warning disable CA1031 // Whatever a command throws is its result.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return CommandResults.Failure(exception);
        }
    }
}
