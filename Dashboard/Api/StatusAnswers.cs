using Microsoft.AspNetCore.Diagnostics;

namespace Dashboard.Api;

/// <summary>Gives a body to answers that have none: problem details, with a sentence that says what to do.</summary>
internal static class StatusAnswers
{
    private const string NotFoundPage = "/not-found";

    private static readonly string[] NotPages = ["/api", "/_blazor", "/_framework", "/_content"];

    /// <summary>Adds it: a browser that opens an unknown address gets a page, everything else problem details.</summary>
    public static void UseStatusAnswers(this WebApplication app)
    {
        app.UseStatusCodePages(AnswerAsync);
        app.UseStatusCodePagesWithReExecute(NotFoundPage);
        app.Use(static (context, next) =>
        {
            if (!OpensAPage(context))
            {
                // The page's; the answer above keeps its own.
                context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
            }

            return next(context);
        });
    }

    private static bool OpensAPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !Array.Exists(NotPages, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    private static Task AnswerAsync(StatusCodeContext status)
    {
        var http = status.HttpContext;
        return TypedResults.Problem(Sentence(http), statusCode: http.Response.StatusCode).ExecuteAsync(http);
    }

    private static string? Sentence(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest when http.GetEndpoint()?.Metadata.GetMetadata<ExpectedBody>() is { } expected =>
            $"The body must be JSON of this form: {expected.Example}.",
        StatusCodes.Status400BadRequest => "A value in the address is not of the kind that this address takes.",
        StatusCodes.Status404NotFound => $"There is nothing at {http.Request.Path}.",
        StatusCodes.Status405MethodNotAllowed => $"{http.Request.Path} does not answer to {http.Request.Method}, but to {http.Response.Headers.Allow}.",
        StatusCodes.Status413PayloadTooLarge => "The body is too large.",
        StatusCodes.Status415UnsupportedMediaType => "The body must be JSON, with the header Content-Type: application/json.",
        _ => null,
    };
}
