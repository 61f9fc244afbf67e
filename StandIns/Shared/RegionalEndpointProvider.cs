using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace StandIns.Aws;

/// <summary>
/// The rule for a regional service: a configured URL as it is, else <c>https://{service}.{region}.{suffix}</c>.
/// </summary>
internal sealed class RegionalEndpointProvider(string service) : IEndpointProvider
{
    /// <summary>Parameter: the configured URL.</summary>
    public const string UrlParameter = "Endpoint";

    /// <summary>Parameter: the Region's system name.</summary>
    public const string RegionParameter = "Region";

    public Endpoint ResolveEndpoint(EndpointParameters parameters) =>
        Resolve(parameters[UrlParameter] as string, parameters[RegionParameter] as string);

    /// <summary>The endpoint for <paramref name="config"/>.</summary>
    /// <exception cref="AmazonClientException">It has neither a URL nor a Region, or asks for a FIPS or dual-stack endpoint.</exception>
    public static Endpoint Resolve(IClientConfig config, IEndpointProvider provider, RegionEndpoint? alternate)
    {
        if (config.UseFIPSEndpoint || config.UseDualstackEndpoint)
        {
            throw new AmazonClientException("This client knows neither FIPS nor dual-stack endpoints; set ServiceURL instead.");
        }

        return provider.ResolveEndpoint(new EndpointParameters
        {
            [UrlParameter] = config.ServiceURL,
            [RegionParameter] = (alternate ?? config.RegionEndpoint)?.SystemName,
        });
    }

    private Endpoint Resolve(string? url, string? region)
    {
        if (!string.IsNullOrEmpty(url))
        {
            return new Endpoint(url);
        }

        if (string.IsNullOrEmpty(region))
        {
            throw new AmazonClientException("No RegionEndpoint or ServiceURL configured");
        }

        return new Endpoint($"https://{service}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}");
    }
}
