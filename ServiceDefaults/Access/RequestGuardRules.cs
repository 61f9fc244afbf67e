using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Access;

/// <summary>In what a service's guard differs from the others'.</summary>
public sealed record RequestGuardRules
{
    /// <summary>Requests that something else than their place of origin protects, such as a key. Default: none.</summary>
    public Func<HttpRequest, bool> Exempts { get; init; } = static _ => false;

    /// <summary>Whether a GET would change something or hand out a secret, so that not even a link may lead there. Default: none does.</summary>
    public Func<HttpRequest, bool> GetActs { get; init; } = static _ => false;

    /// <summary>Writes the refusal with its reason. Default: a problem (RFC 9457) with status 403.</summary>
    public Func<HttpContext, string, Task> RefuseAsync { get; init; } = static (context, reason) =>
        TypedResults.Problem(reason, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
}
