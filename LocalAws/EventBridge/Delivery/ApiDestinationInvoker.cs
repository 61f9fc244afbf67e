using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using LocalAws.EventBridge.Topology;
using Authorization = LocalAws.EventBridge.Topology.Authorization;

namespace LocalAws.EventBridge.Delivery;

/// <summary>Hands events over to HTTP endpoints. Source: EventBridge User Guide, "API destinations as targets".</summary>
internal sealed class ApiDestinationInvoker(
    TopologyStore topology,
    IHttpClientFactory clients,
    OAuthTokens tokens,
    EventBridgeTelemetry telemetry,
    EventBridgeOptions options,
    TimeProvider clock) : ITargetInvoker
{
    /// <summary>The name of the HTTP client whose handlers resolve names of services.</summary>
    public const string Client = "api-destinations";

    public int? RateLimit(EventDelivery delivery) => topology.Current(delivery.Scope).FindApiDestination(delivery.Target.Arn)?.RateLimit;

    public async Task<InvocationOutcome> InvokeAsync(EventDelivery delivery, string payload, CancellationToken cancellationToken)
    {
        var current = topology.Current(delivery.Scope);
        if (current.FindApiDestination(delivery.Target.Arn) is not { } destination
            || current.FindConnection(destination.ConnectionArn) is not { } connection)
        {
            return InvocationOutcome.Final("NO_RESOURCE", $"The API destination {delivery.Target.Arn} or its connection does not exist.");
        }

        if (connection.Authorization is Authorization.Removed)
        {
            return InvocationOutcome.Final("NO_PERMISSIONS", $"The connection {connection.Name} is deauthorized.");
        }

        string? token = null;
        if (connection.Authorization is Authorization.OAuth)
        {
            (token, var fault) = await tokens.GetAsync(connection, cancellationToken);
            if (token is null)
            {
                return InvocationOutcome.Retryable("CONNECTION_FAILURE", fault!);
            }
        }

        using var request = ApiDestinationRequests.Build(destination, connection, delivery.Target, payload, token);
        // The parent is given with the span; the ambient one would be that of whoever woke this delivery.
        Activity.Current = null;
        using var span = telemetry.Start(destination.Method, ActivityKind.Client, delivery.Trace);
        Describe(span, request, delivery);
        ApiDestinationRequests.Trace(request, span?.Context ?? delivery.Trace);
        var outcome = await SendAsync(request, span, cancellationToken);
        if (token is not null && outcome.Status == HttpStatusCode.Unauthorized)
        {
            // A token may be revoked before it expires: the next try has a new one.
            tokens.Forget(connection);
            outcome = outcome with { IsRetryable = true };
        }

        if (!outcome.IsDelivered)
        {
            span?.SetStatus(ActivityStatusCode.Error, outcome.Message);
        }

        return outcome;
    }

    private async Task<InvocationOutcome> SendAsync(HttpRequestMessage request, Activity? span, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.ApiDestinationTimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            span?.SetTag("http.response.status_code", (int)response.StatusCode);
            return Judge(response);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            span?.SetTag("error.type", "timeout");
            var limit = options.ApiDestinationTimeoutSeconds.ToString(CultureInfo.InvariantCulture);
            return InvocationOutcome.Retryable("TIMEOUT", $"The endpoint did not answer within {limit} s.");
        }
        catch (HttpRequestException broken)
        {
            span?.SetTag("error.type", broken.HttpRequestError.ToString());
            return InvocationOutcome.Retryable("CONNECTION_FAILURE", broken.Message);
        }
    }

    private InvocationOutcome Judge(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var message = $"The endpoint answered {status}.";
        return response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => InvocationOutcome.Delivered,
            HttpStatusCode.TooManyRequests => InvocationOutcome.Retryable("THROTTLING", message, RetryAfter(response.Headers.RetryAfter)),
            HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError =>
                InvocationOutcome.Retryable("ERROR_FROM_TARGET", message, RetryAfter(response.Headers.RetryAfter)),
            _ => InvocationOutcome.Final("ERROR_FROM_TARGET", message) with { Status = response.StatusCode },
        };
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);

    private static void Describe(Activity? span, HttpRequestMessage request, EventDelivery delivery)
    {
        span?.SetTag("http.request.method", request.Method.Method);
        span?.SetTag("url.full", request.RequestUri!.GetLeftPart(UriPartial.Path));
        span?.SetTag("server.address", request.RequestUri!.Host);
        span?.SetTag("server.port", request.RequestUri!.Port);
        span?.SetTag("aws.events.rule", delivery.Rule.Name);
        if (delivery.Attempts > 1)
        {
            span?.SetTag("http.request.resend_count", delivery.Attempts - 1);
        }
    }
}
