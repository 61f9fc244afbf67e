namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command that runs as a process.</summary>
public class ExecutableResource : Resource, IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport, IComputeResource
{
    /// <summary>Creates an executable.</summary>
    /// <param name="name">The unique name.</param>
    /// <param name="command">A path, or a name to look up in PATH.</param>
    /// <param name="workingDirectory">The directory it runs in.</param>
    public ExecutableResource(string name, string command, string workingDirectory)
        : base(name)
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        ArgumentNullException.ThrowIfNull(workingDirectory);
        Command = command;
        WorkingDirectory = workingDirectory;
    }

    /// <summary>A path, or a name to look up in PATH.</summary>
    public string Command { get; internal set; }

    /// <summary>The directory it runs in.</summary>
    public string WorkingDirectory { get; internal set; }
}
