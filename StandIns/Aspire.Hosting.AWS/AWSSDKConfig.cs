using Amazon;

namespace Aspire.Hosting.AWS;

/// <summary>Region and credentials for AWS clients.</summary>
internal sealed class AWSSDKConfig : IAWSSDKConfig
{
    public string? Profile { get; set; }

    public RegionEndpoint? Region { get; set; }

    public bool SDKValidationEnabled { get; set; } = true;
}
