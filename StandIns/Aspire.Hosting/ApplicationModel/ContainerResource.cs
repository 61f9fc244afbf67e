namespace Aspire.Hosting.ApplicationModel;

/// <summary>A container. The embedded engine runs none and says so.</summary>
/// <param name="name">The unique name.</param>
/// <param name="entrypoint">What the container starts. Default: the image's own.</param>
public class ContainerResource(string name, string? entrypoint = null)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport, IComputeResource
{
    /// <summary>What the container starts.</summary>
    public string? Entrypoint { get; set; } = entrypoint;
}
