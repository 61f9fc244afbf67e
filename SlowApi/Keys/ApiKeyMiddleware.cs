namespace SlowApi.Keys;

/// <summary>Turns away who has no key, before anything is spent on the request.</summary>
internal sealed class ApiKeyMiddleware(RequestDelegate next, ApiKeys keys)
{
    private const string Header = "x-api-key";

    private readonly CallerKey[] _callers = [.. Enumerable.Range(0, keys.Count).Select(index => new CallerKey(index))];

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiresApiKey>() is null)
        {
            return next(context);
        }

        if (context.Request.Headers[Header] is not [var presented] || keys.Find(presented) is not { } index)
        {
            return GatewayAnswer.Forbidden.WriteAsync(context);
        }

        context.Features.Set(_callers[index]);
        return next(context);
    }
}
