using System.Net;
using LocalAws.State;

namespace LocalAws.Hosting;

/// <summary><c>POST /_localaws/reset</c>: everything is as after the first start, for the next test.</summary>
internal static class ResetEndpoint
{
    public static IResult Handle(HttpContext context, StateKeeper keeper)
    {
        if (!IsFromHere(context))
        {
            return Results.Text("Only this machine may empty it.\n", statusCode: StatusCodes.Status403Forbidden);
        }

        try
        {
            keeper.Reset();
            return Results.NoContent();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Results.Text("The disk refuses: what is forgotten now would be back after a start.\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>From the loopback, and not on behalf of a page that somebody visits with a browser here.</summary>
    private static bool IsFromHere(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } caller || IPAddress.IsLoopback(caller))
        && context.Request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0 || origin == $"{context.Request.Scheme}://{context.Request.Host}")
        && (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host)
            ? IPAddress.IsLoopback(host)
            : string.Equals(context.Request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase));
}
