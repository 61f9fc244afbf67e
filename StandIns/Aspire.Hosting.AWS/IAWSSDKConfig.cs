using Amazon;

namespace Aspire.Hosting.AWS;

/// <summary>Region and credentials for AWS clients.</summary>
public interface IAWSSDKConfig
{
    /// <summary>The profile of the credentials. Default: the SDK's own search.</summary>
    string? Profile { get; set; }

    /// <summary>The Region. Default: the SDK's own search.</summary>
    RegionEndpoint? Region { get; set; }

    /// <summary>Whether the credentials are tried at start; the stand-in never does.</summary>
    bool SDKValidationEnabled { get; set; }
}
