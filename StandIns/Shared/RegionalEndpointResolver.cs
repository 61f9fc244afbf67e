using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace StandIns.Aws;

/// <summary>The step of the SDK's pipeline that gives a request its endpoint.</summary>
internal sealed class RegionalEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new EndpointParameters
        {
            [RegionalEndpointProvider.UrlParameter] = config.ServiceURL,
            [RegionalEndpointProvider.RegionParameter] = (requestContext.Request.AlternateEndpoint ?? config.RegionEndpoint)?.SystemName,
        };
    }
}
