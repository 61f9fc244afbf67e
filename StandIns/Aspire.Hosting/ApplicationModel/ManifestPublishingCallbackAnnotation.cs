namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a resource appears in the manifest. The embedded engine knows one way: not at all.</summary>
public class ManifestPublishingCallbackAnnotation : IResourceAnnotation
{
    private ManifestPublishingCallbackAnnotation()
    {
    }

    /// <summary>It does not appear.</summary>
    public static ManifestPublishingCallbackAnnotation Ignore { get; } = new();
}
