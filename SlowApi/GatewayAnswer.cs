using System.Text;

namespace SlowApi;

/// <summary>
/// An answer that the gateway gives by itself, without the function. Source of statuses and texts: Amazon API Gateway
/// Developer Guide, "Gateway response types".
/// </summary>
internal sealed class GatewayAnswer
{
    private readonly int _status;
    private readonly string _errorType;
    private readonly byte[] _body;

    private GatewayAnswer(int status, string errorType, string message)
    {
        _status = status;
        _errorType = errorType;
        _body = Encoding.UTF8.GetBytes($$"""{"message":"{{message}}"}""");
    }

    public static GatewayAnswer Forbidden { get; } = new(StatusCodes.Status403Forbidden, "ForbiddenException", "Forbidden");

    /// <summary>A route or a method that the API does not have.</summary>
    public static GatewayAnswer MissingAuthenticationToken { get; } =
        new(StatusCodes.Status403Forbidden, "MissingAuthenticationTokenException", "Missing Authentication Token");

    public static GatewayAnswer TooManyRequests { get; } =
        new(StatusCodes.Status429TooManyRequests, "TooManyRequestsException", "Too Many Requests");

    /// <summary>What a gateway shows for a function that crashed.</summary>
    public static GatewayAnswer InternalServerError { get; } =
        new(StatusCodes.Status502BadGateway, "InternalServerErrorException", "Internal server error");

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = _status;
        response.ContentType = "application/json";
        response.ContentLength = _body.Length;
        response.Headers["x-amzn-ErrorType"] = _errorType;
        return response.BodyWriter.WriteAsync(_body, CancellationToken.None).AsTask();
    }
}
