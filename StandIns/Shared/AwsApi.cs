using Amazon.Util.Internal;

namespace StandIns.Aws;

/// <summary>What the wire format needs to know of one AWS service.</summary>
/// <param name="ServiceId">AWS's identifier, such as <c>Secrets Manager</c>.</param>
/// <param name="SigningName">The service's name in a credential scope and in its host name, such as <c>events</c>.</param>
/// <param name="Version">The API's version, a date.</param>
internal sealed record AwsApi(string ServiceId, string SigningName, string Version)
{
    /// <summary>Creates the service's own exceptions.</summary>
    public required ErrorCatalog Errors { get; init; }

    /// <summary>What the User-Agent header says of this library.</summary>
    public string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.100");
}
