using Amazon.Runtime.Internal;

namespace StandIns.Aws;

/// <summary>Fits the SDK's pipeline to a regional service.</summary>
internal static class PipelineExtensions
{
    public static void UseRegionalEndpoints(this RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<RegionalEndpointResolver>(new SignatureVersion4());
    }
}
