using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using OpenTelemetry.Instrumentation.Http;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.Functions;

/// <summary>One attempt to deliver an order over HTTP: one client span, one count.</summary>
internal sealed class DeliveryClient(HttpClient http, IMeterFactory meters)
{
    private static readonly HttpRequestOptionsKey<int> AttemptKey = new("delivery.attempt");
    private static readonly HttpRequestOptionsKey<string> CorrelationKey = new("delivery.correlation_id");
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Counter<long> _attempts = meters.Create(WorkerTelemetry.Name).CreateCounter<long>(
        Instruments.DeliveryAttempts, "{attempt}", "Delivery attempts by outcome");

    /// <summary>Posts the order.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="order">What.</param>
    /// <param name="attempt">The number of this attempt in its invocation, from 1.</param>
    /// <param name="cancellationToken">Ends the attempt: the function's time is up.</param>
    public async Task<AttemptOutcome> SendAsync(DeliveryTarget target, OrderDetail order, int attempt, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Endpoint)
        {
            Content = new ReadOnlyMemoryContent(order.Body) { Headers = { ContentType = Json } },
        };
        request.Headers.TryAddWithoutValidation("x-api-key", target.ApiKey);
        request.Headers.TryAddWithoutValidation("x-correlation-id", order.CorrelationId);
        request.Options.Set(AttemptKey, attempt);
        request.Options.Set(CorrelationKey, order.CorrelationId);

        var kind = "cancelled";
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var outcome = AttemptOutcome.OfStatus((int)response.StatusCode);
            kind = outcome.Kind;
            return outcome;
        }
        catch (HttpRequestException unreachable)
        {
            var outcome = AttemptOutcome.Unreachable($"API delivery failed: {unreachable.HttpRequestError}");
            kind = outcome.Kind;
            return outcome;
        }
        finally
        {
            _attempts.Add(1, new KeyValuePair<string, object?>("outcome", kind));
        }
    }

    /// <summary>Makes the HTTP client's own span the attempt's span: numbered, with the order it belongs to.</summary>
    public static void Describe(HttpClientTraceInstrumentationOptions options) =>
        options.EnrichWithHttpRequestMessage = static (span, request) =>
        {
            if (request.Options.TryGetValue(AttemptKey, out var attempt))
            {
                span.DisplayName = $"attempt {attempt}";
                span.SetTag("http.request.resend_count", attempt - 1);
                span.SetTag(SpanAttributes.CorrelationId, request.Options.TryGetValue(CorrelationKey, out var id) ? id : null);
            }
        };
}
