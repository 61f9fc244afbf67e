using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Api;

/// <summary>Answers of RFC 9457.</summary>
internal static class Problems
{
    /// <summary>400.</summary>
    public static ProblemHttpResult BadRequest(string detail) => Problem(StatusCodes.Status400BadRequest, detail);

    /// <summary>401.</summary>
    public static ProblemHttpResult Unauthorized(string detail) => Problem(StatusCodes.Status401Unauthorized, detail);

    /// <summary>403.</summary>
    public static ProblemHttpResult Forbidden(string detail) => Problem(StatusCodes.Status403Forbidden, detail);

    /// <summary>404.</summary>
    public static ProblemHttpResult NotFound(string detail) => Problem(StatusCodes.Status404NotFound, detail);

    /// <summary>409.</summary>
    public static ProblemHttpResult Conflict(string detail) => Problem(StatusCodes.Status409Conflict, detail);

    /// <summary>502, with the code of the service behind.</summary>
    public static ProblemHttpResult BadGateway(string code, string detail) => TypedResults.Problem(
        detail, statusCode: StatusCodes.Status502BadGateway, extensions: [new("code", code)]);

    /// <summary>503.</summary>
    public static ProblemHttpResult Unavailable(string detail) => Problem(StatusCodes.Status503ServiceUnavailable, detail);

    private static ProblemHttpResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
