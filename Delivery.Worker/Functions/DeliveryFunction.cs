using Amazon.Runtime;
using Polly;
using Polly.Registry;

namespace Delivery.Worker.Functions;

/// <summary>
/// The function under study: takes an event's detail, looks up where to deliver it, and tries until it is delivered
/// or its attempts are used up. It knows nothing of how it is invoked.
/// </summary>
internal sealed partial class DeliveryFunction(
    DeliveryTargets targets,
    DeliveryClient client,
    ResiliencePipelineProvider<string> pipelines,
    ILogger<DeliveryFunction> logger)
{
    private readonly ResiliencePipeline<AttemptOutcome> _pipeline = pipelines.GetPipeline<AttemptOutcome>(DeliveryPipeline.Key);

    /// <summary>Delivers one order.</summary>
    /// <returns>Null when it was delivered; otherwise the last error.</returns>
    public async Task<string?> HandleAsync(OrderDetail order, CancellationToken cancellationToken)
    {
        LogStart(order.CorrelationId);
        var error = await DeliverAsync(order, cancellationToken);
        if (error is null)
        {
            LogComplete(order.CorrelationId);
        }
        else
        {
            LogFailed(order.CorrelationId, error);
        }

        return error;
    }

    private async Task<string?> DeliverAsync(OrderDetail order, CancellationToken cancellationToken)
    {
        DeliveryTarget target;
        try
        {
            target = await targets.GetAsync(cancellationToken);
        }
        catch (Exception lookup) when (lookup is AmazonClientException or AmazonServiceException or HttpRequestException or UriFormatException)
        {
            return $"The delivery endpoint cannot be looked up: {lookup.Message}";
        }

        var attempt = 0;
        var outcome = await _pipeline.ExecuteAsync(
            async token =>
            {
                LogTrying(order.CorrelationId, ++attempt);
                var result = await client.SendAsync(target, order, attempt, token);
                if (!result.IsDelivered)
                {
                    LogAttemptFailed(order.CorrelationId, attempt, result.Error!);
                }

                return result;
            },
            cancellationToken);
        return outcome.Error;
    }

    [LoggerMessage(1, LogLevel.Information, "START Processing Delivery Notification {CorrelationId}")]
    private partial void LogStart(string correlationId);

    [LoggerMessage(2, LogLevel.Information, "trying API delivery {CorrelationId} attempt {Attempt}")]
    private partial void LogTrying(string correlationId, int attempt);

    [LoggerMessage(3, LogLevel.Warning, "attempt {Attempt} of {CorrelationId}: {Error}")]
    private partial void LogAttemptFailed(string correlationId, int attempt, string error);

    [LoggerMessage(4, LogLevel.Information, "COMPLETE {CorrelationId}")]
    private partial void LogComplete(string correlationId);

    [LoggerMessage(5, LogLevel.Error, "FAILED {CorrelationId}: {Error}")]
    private partial void LogFailed(string correlationId, string error);
}
