using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace StandIns.Aws;

/// <summary>
/// The timeouts and the retry mode of each defaults mode. Source: AWS SDKs and Tools Reference Guide, "Smart
/// configuration defaults"; standard is the mode of a client that names none.
/// </summary>
internal static class ClientDefaults
{
    private static readonly TimeSpan Near = TimeSpan.FromMilliseconds(1100);
    private static readonly TimeSpan Far = TimeSpan.FromMilliseconds(3100);
    private static readonly TimeSpan Mobile = TimeSpan.FromMilliseconds(30000);

    public static IDefaultConfigurationProvider Create() => new DefaultConfigurationProvider(
    [
        Of(DefaultConfigurationMode.Standard, Far),
        Of(DefaultConfigurationMode.InRegion, Near),
        Of(DefaultConfigurationMode.CrossRegion, Far),
        Of(DefaultConfigurationMode.Mobile, Mobile),
        Of(DefaultConfigurationMode.Auto, Near),
    ]);

    private static DefaultConfiguration Of(DefaultConfigurationMode mode, TimeSpan connect) => new DefaultConfiguration
    {
        Name = mode,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = connect,
        TlsNegotiationTimeout = connect,
    };
}
