using Scenarios.Settings;
using SlowApi.Functions;
using SlowApi.Keys;
using SlowApi.Orders;
using SlowApi.Throttling;

namespace SlowApi;

/// <summary>The pipeline, in a gateway's order: key, limit, function.</summary>
internal static class SlowApiEndpoints
{
    public static void MapSlowApi(this WebApplication app)
    {
        // Made now, not with the first call: the gauge of a quiet service is worth seeing, and its counts go on at once.
        app.Services.GetRequiredService<SlowApiMetrics>();

        app.UseExceptionHandler(static failed => failed.Run(static context => GatewayAnswer.InternalServerError.WriteAsync(context)));
        app.UseMiddleware<ApiKeyMiddleware>();
        app.UseRateLimiter();

        app.MapPost("/slow", SlowEndpoint.HandleAsync).WithMetadata(RequiresApiKey.Instance).RequireRateLimiting(UsagePlanExtensions.Policy);
        app.MapGet("/orders/processed", static (OrderLedger ledger) => Results.Json(ledger.Snapshot(), SlowApiJson.Default.StringArray));
        app.MapSettings();
        app.MapGet("/", static () => Results.Json(ServiceCard.SlowApi, SlowApiJson.Default.ServiceCard));
        app.MapFallback("{**path}", static (HttpContext context) => GatewayAnswer.MissingAuthenticationToken.WriteAsync(context));
    }
}
