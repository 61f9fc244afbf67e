namespace Dashboard.Resources;

/// <summary>The keys of properties, as Aspire has them.</summary>
internal static class ResourcePropertyNames
{
    /// <summary>Where it comes from: a project file, a command, an image.</summary>
    public const string Source = "resource.source";

    /// <summary>The code with which its process ended.</summary>
    public const string ExitCode = "resource.exitCode";

    /// <summary>The resource that it belongs to.</summary>
    public const string ParentName = "resource.parentName";

    /// <summary>The program.</summary>
    public const string ExecutablePath = "executable.path";

    /// <summary>Its working directory.</summary>
    public const string ExecutableDirectory = "executable.workDir";

    /// <summary>Its arguments.</summary>
    public const string ExecutableArguments = "executable.args";

    /// <summary>Its process id.</summary>
    public const string ProcessId = "executable.pid";

    /// <summary>The project file.</summary>
    public const string ProjectPath = "project.path";

    /// <summary>The launch profile.</summary>
    public const string LaunchProfile = "project.launchProfile";
}
