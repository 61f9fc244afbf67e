using SlowApi.Orders;

namespace SlowApi.Functions;

/// <summary>
/// The slow thing itself. It knows nothing of its caller and cannot be cancelled by it: an order that was begun is
/// processed, even if whoever asked has given up waiting.
/// </summary>
internal sealed partial class SlowFunction(
    SlowDice dice,
    TimeProvider clock,
    OrderLedger ledger,
    ILogger<SlowFunction> logger)
{
    /// <summary>Processes an order.</summary>
    /// <returns>Whether it was; false: the process failed at random.</returns>
    public async Task<bool> ProcessAsync(string correlationId)
    {
        Started("START", correlationId);
        if (dice.Throw() is not { } latency)
        {
            ledger.Failed();
            Failed("FAILED", correlationId);
            return false;
        }

        Waiting(latency.TotalSeconds, correlationId);
        await Task.Delay(latency, clock, CancellationToken.None);
        ledger.Processed(correlationId == CorrelationId.NotSupplied ? null : correlationId);
        Completed("COMPLETE", correlationId);
        return true;
    }

    [LoggerMessage(1, LogLevel.Information, "{Status} Slow processing... [{CorrelationId}]")]
    private partial void Started(string status, string correlationId);

    [LoggerMessage(2, LogLevel.Information, "slow response, waiting {Seconds:0.###} seconds [{CorrelationId}]")]
    private partial void Waiting(double seconds, string correlationId);

    [LoggerMessage(3, LogLevel.Information, "{Status} processed [{CorrelationId}]")]
    private partial void Completed(string status, string correlationId);

    [LoggerMessage(4, LogLevel.Error, "{Status} random process failure [{CorrelationId}]")]
    private partial void Failed(string status, string correlationId);
}
