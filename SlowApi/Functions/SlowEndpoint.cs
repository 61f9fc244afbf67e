using System.Diagnostics;
using System.Text.Json;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;
using SlowApi.Orders;

namespace SlowApi.Functions;

/// <summary><c>POST /slow</c>: from the request to the function and back.</summary>
internal static class SlowEndpoint
{
    public static async Task HandleAsync(HttpContext context, SlowFunction function, LiveSettings settings)
    {
        Activity.Current?.SetTag(SpanAttributes.SettingsRevision, settings.View.Revision);
        var correlationId = CorrelationId.Of(context.Request);
        var processed = await function.ProcessAsync(correlationId);
        OrderSpan.Describe(correlationId, processed ? Outcomes.Processed : Outcomes.Fault);
        if (!processed)
        {
            await GatewayAnswer.InternalServerError.WriteAsync(context);
            return;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new SlowAnswer(correlationId), SlowApiJson.Default.SlowAnswer);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        context.Response.Headers[CorrelationId.Header] = correlationId;
        await context.Response.BodyWriter.WriteAsync(body, CancellationToken.None);
    }
}
