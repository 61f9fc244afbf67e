using LocalAws.Protocol;
using LocalAws.Protocol.Signatures;

namespace LocalAws.Hosting;

/// <summary>What becomes of an AWS call.</summary>
internal static class AwsCallHandling
{
    /// <summary>What is here goes to the endpoint itself, or, where signatures are required, to what checks them before it.</summary>
    public static RequestDelegate AwsCalls(this IServiceProvider services)
    {
        var endpoint = services.GetRequiredService<AwsEndpoint>();
        var absent = services.GetRequiredService<AbsentServices>();
        RequestDelegate present = services.GetRequiredService<LocalAwsOptions>().RequireSignature
            ? services.GetRequiredService<SignatureGate>().HandleAsync
            : endpoint.HandleAsync;
        return context =>
        {
            var requestId = Guid.NewGuid().ToString();
            if (absent.Refuse(context.Request, requestId) is { } refusal)
            {
                context.Response.Headers[AwsEndpoint.RequestIdHeader] = requestId;
                return refusal.WriteAsync(context.Response, context.RequestAborted);
            }

            return HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsPost(context.Request.Method)
                ? present(context)
                : endpoint.RefuseAsync(context, new AwsException(
                    "UnknownOperationException", "The services that are here are called with POST, or with GET.", StatusCodes.Status405MethodNotAllowed));
        };
    }
}
