using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS;

/// <summary>A resource in the cloud.</summary>
public interface IAWSResource : IResource
{
    /// <summary>Region and credentials to reach it with.</summary>
    IAWSSDKConfig? AWSSDKConfig { get; set; }

    /// <summary>Done once the resource is there, faulted if it cannot be.</summary>
    TaskCompletionSource? ProvisioningTaskCompletionSource { get; set; }
}
