using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds commands that run as processes.</summary>
public static class ExecutableResourceBuilderExtensions
{
    /// <summary>Adds a command.</summary>
    /// <param name="name">The unique name.</param>
    /// <param name="command">A path, or a name to look up in PATH.</param>
    /// <param name="workingDirectory">The directory it runs in, from the app host's.</param>
    /// <param name="args">The command line.</param>
    public static IResourceBuilder<ExecutableResource> AddExecutable(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string command, string workingDirectory, params string[]? args) =>
        builder.AddExecutable(name, command, workingDirectory, (object[]?)args);

    /// <summary>Adds a command whose arguments may be known later.</summary>
    /// <param name="name">The unique name.</param>
    /// <param name="command">A path, or a name to look up in PATH.</param>
    /// <param name="workingDirectory">The directory it runs in, from the app host's.</param>
    /// <param name="args">The command line.</param>
    public static IResourceBuilder<ExecutableResource> AddExecutable(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string command, string workingDirectory, params object[]? args)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(workingDirectory);
        var directory = Path.GetFullPath(workingDirectory, builder.AppHostDirectory);
        var executable = builder.AddResource(new ExecutableResource(name, command, directory));
        return args is { Length: > 0 } ? executable.WithArgs(args) : executable;
    }

    /// <summary>Changes the command.</summary>
    public static IResourceBuilder<T> WithCommand<T>(this IResourceBuilder<T> builder, string command)
        where T : ExecutableResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(command);
        builder.Resource.Command = command;
        return builder;
    }

    /// <summary>Changes the directory it runs in.</summary>
    public static IResourceBuilder<T> WithWorkingDirectory<T>(this IResourceBuilder<T> builder, string workingDirectory)
        where T : ExecutableResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(workingDirectory);
        builder.Resource.WorkingDirectory = Path.GetFullPath(workingDirectory, builder.ApplicationBuilder.AppHostDirectory);
        return builder;
    }
}
