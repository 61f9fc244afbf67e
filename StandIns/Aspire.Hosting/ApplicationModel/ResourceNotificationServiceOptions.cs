namespace Aspire.Hosting.ApplicationModel;

/// <summary>How waiting works.</summary>
public sealed class ResourceNotificationServiceOptions
{
    /// <summary>What waiting means once the other one cannot become healthy by itself. Default: go on waiting.</summary>
    public WaitBehavior DefaultWaitBehavior { get; set; }
}
