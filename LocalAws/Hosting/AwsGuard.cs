using LocalAws.Protocol;
using ServiceDefaults.Access;

namespace LocalAws.Hosting;

/// <summary>Keeps web pages of other sites from calling AWS here in the name of whoever visits them.</summary>
internal static class AwsGuard
{
    /// <summary>What clients call AWS and LocalStack, which lead here through a proxy or the name of a virtual host.</summary>
    private static readonly string[] Names =
        ["*.amazonaws.com", "*.amazonaws.com.cn", "*.api.aws", "localhost.localstack.cloud", "*.localhost.localstack.cloud"];

    /// <summary>The hosts that calls may name.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">One that is added is no name.</exception>
    public static KnownHosts KnownHosts(IConfiguration configuration) => ServiceDefaults.Access.KnownHosts.Read(configuration, Names);

    /// <summary>Puts the guard before the calls, whose refusals have AWS's shape.</summary>
    public static void UseAwsGuard(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<AwsEndpoint>();
        app.UseRequestGuard(new RequestGuardRules
        {
            GetActs = static request => !IsOurOwn(request.Path),
            RefuseAsync = (context, reason) => IsOurOwn(context.Request.Path)
                ? Results.Text($"{reason}\n", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context)
                : endpoint.RefuseAsync(
                    context, new AwsException("AccessDeniedException", reason, StatusCodes.Status403Forbidden) { QueryCode = "AccessDenied" }),
        });
    }

    /// <summary>What AWS has not: the page, and what tells of this process.</summary>
    private static bool IsOurOwn(PathString path) =>
        path.StartsWithSegments("/_localaws") || path.StartsWithSegments("/_localstack") || path == "/health" || path == "/alive";
}
