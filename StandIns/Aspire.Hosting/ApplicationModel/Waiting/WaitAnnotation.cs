namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource waits for another before it starts.</summary>
/// <param name="resource">The other.</param>
/// <param name="waitType">What is waited for.</param>
/// <param name="exitCode">The exit code that counts as completion.</param>
public class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    /// <summary>The other.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>What is waited for.</summary>
    public WaitType WaitType { get; } = waitType;

    /// <summary>What to do when the other cannot become healthy by itself. Default: the application's.</summary>
    public WaitBehavior? WaitBehavior { get; init; }

    /// <summary>The exit code that counts as completion.</summary>
    public int ExitCode { get; } = exitCode;
}
