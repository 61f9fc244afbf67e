using System.Runtime.CompilerServices;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Embedded;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Adds a command.</summary>
    /// <param name="name">The command.</param>
    /// <param name="displayName">What to show.</param>
    /// <param name="executeCommand">Carries it out.</param>
    /// <param name="commandOptions">What else there is to say.</param>
    [OverloadResolutionPriority(1)]
    public static IResourceBuilder<T> WithCommand<T>(
        this IResourceBuilder<T> builder,
        string name,
        string displayName,
        Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
        CommandOptions? commandOptions = null)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(executeCommand);
        var options = commandOptions ?? new CommandOptions();
        foreach (var earlier in builder.Resource.Annotations.OfType<ResourceCommandAnnotation>().Where(command => command.Name == name).ToList())
        {
            builder.Resource.Annotations.Remove(earlier);
        }

        return builder.WithAnnotation(new ResourceCommandAnnotation(
            name,
            displayName,
            options.UpdateState ?? (static _ => ResourceCommandState.Enabled),
            executeCommand,
            options.Description,
            options.Parameter,
            options.ConfirmationMessage,
            options.IconName,
            options.IconVariant,
            options.IsHighlighted));
    }

    /// <summary>Adds a command that sends a request to the resource.</summary>
    /// <param name="path">The path.</param>
    /// <param name="displayName">What to show.</param>
    /// <param name="endpointName">The endpoint. Default: the first of http or https.</param>
    /// <param name="commandName">The command. Default: made of the method and the path.</param>
    /// <param name="commandOptions">What else there is to say.</param>
    public static IResourceBuilder<TResource> WithHttpCommand<TResource>(
        this IResourceBuilder<TResource> builder,
        string path,
        string displayName,
        string? endpointName = null,
        string? commandName = null,
        HttpCommandOptions? commandOptions = null)
        where TResource : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithHttpCommand(
            path, displayName, endpointName is null ? null : () => builder.GetEndpoint(endpointName), commandName, commandOptions);
    }

    /// <summary>Adds a command that sends a request to the resource.</summary>
    /// <param name="path">The path.</param>
    /// <param name="displayName">What to show.</param>
    /// <param name="endpointSelector">Picks the endpoint. Default: the first of http or https.</param>
    /// <param name="commandName">The command. Default: made of the method and the path.</param>
    /// <param name="commandOptions">What else there is to say.</param>
    public static IResourceBuilder<TResource> WithHttpCommand<TResource>(
        this IResourceBuilder<TResource> builder,
        string path,
        string displayName,
        Func<EndpointReference>? endpointSelector,
        string? commandName = null,
        HttpCommandOptions? commandOptions = null)
        where TResource : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(path);
        var options = commandOptions ?? new HttpCommandOptions();
        var selector = endpointSelector ?? options.EndpointSelector;
        var command = new HttpCommand(() => selector?.Invoke() ?? HttpEndpoints.First(builder.Resource), path, options);
        options.UpdateState ??= static context => context.ResourceSnapshot.HealthStatus is not null
            ? ResourceCommandState.Enabled
            : ResourceCommandState.Disabled;
        return builder.WithCommand(
            commandName ?? $"{builder.Resource.Name}-http-{command.Method.Method.ToLowerInvariant()}-{path}", displayName, command.ExecuteAsync, options);
    }
}
