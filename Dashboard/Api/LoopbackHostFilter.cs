using System.Net;

namespace Dashboard.Api;

/// <summary>
/// Answers only requests that name this machine, or a host that we were told to listen on: a page of another site whose
/// name was made to point here names its own (DNS rebinding).
/// </summary>
internal sealed class LoopbackHostFilter(DashboardEndpoints endpoints) : IEndpointFilter
{
    private const string Localhost = "localhost";

    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var host = context.HttpContext.Request.Host.Host;
        return IsLoopback(host) || endpoints.ApiHosts.Contains(host)
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Forbidden("The Host header names neither this machine nor a host that the dashboard listens on."));
    }

    private static bool IsLoopback(string host) =>
        host.Equals(Localhost, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + Localhost, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
