using LocalAws.State;

namespace LocalAws.Hosting;

/// <summary><c>POST /_localaws/reset</c>: everything is as after the first start, for the next test.</summary>
internal static class ResetEndpoint
{
    public static IResult Handle(HttpContext context, StateKeeper keeper)
    {
        if (!context.IsFromHere())
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
}
