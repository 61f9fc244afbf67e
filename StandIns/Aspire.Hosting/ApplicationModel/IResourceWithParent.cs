namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that belongs to another.</summary>
public interface IResourceWithParent : IResource
{
    /// <summary>The one it belongs to.</summary>
    IResource Parent { get; }
}
