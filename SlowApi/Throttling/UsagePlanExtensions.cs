using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using SlowApi.Keys;
using SlowApi.Orders;

namespace SlowApi.Throttling;

/// <summary>Puts the usage plan into ASP.NET Core's rate-limiting middleware.</summary>
internal static class UsagePlanExtensions
{
    /// <summary>The policy's name, for the endpoints that are limited.</summary>
    public const string Policy = "usage-plan";

    public static void AddUsagePlan(this RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = static (rejected, _) => new ValueTask(RefuseAsync(rejected.HttpContext, rejected.Lease));
        options.AddPolicy(Policy, static context =>
            context.RequestServices.GetRequiredService<UsagePlan>().PartitionOf(context.Features.GetRequiredFeature<CallerKey>().Index));
    }

    private static Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        context.RequestServices.GetRequiredService<OrderLedger>().Throttled();
        OrderSpan.Describe(CorrelationId.Of(context.Request), Outcomes.Throttled);
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return GatewayAnswer.TooManyRequests.WriteAsync(context);
    }
}
