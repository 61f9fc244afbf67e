using LocalAws.Protocol;
using LocalAws.Protocol.Signatures;

namespace LocalAws.Hosting;

/// <summary>What becomes of an AWS call.</summary>
internal static class AwsCallHandling
{
    /// <summary>The endpoint itself, or, where signatures are required, what checks them before it.</summary>
    public static RequestDelegate AwsCalls(this IServiceProvider services)
    {
        var endpoint = services.GetRequiredService<AwsEndpoint>();
        if (!services.GetRequiredService<LocalAwsOptions>().RequireSignature)
        {
            return endpoint.HandleAsync;
        }

        return services.GetRequiredService<SignatureGate>().HandleAsync;
    }
}
