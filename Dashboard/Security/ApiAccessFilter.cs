using System.Net;
using Dashboard.Api;

namespace Dashboard.Security;

/// <summary>
/// The API is open to this machine's own processes, such as the app host's terminal and curl. From another machine, which
/// can only be when the dashboard was told to listen for one, it wants the browser's cookie or
/// <c>Authorization: Bearer</c> with the token.
/// </summary>
internal sealed class ApiAccessFilter(BrowserAccess access) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        access.IsOpen || IsLocal(context.HttpContext.Connection) || context.HttpContext.User.Identity?.IsAuthenticated == true
            || HasToken(context.HttpContext.Request)
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Unauthorized("From another machine the API wants the header Authorization: Bearer, with the dashboard's token."));

    /// <summary>A connection without an address is not one of the network.</summary>
    private static bool IsLocal(ConnectionInfo connection) => connection.RemoteIpAddress is not { } address
        || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private bool HasToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && access.Accepts(header[Scheme.Length..].Trim());
    }
}
