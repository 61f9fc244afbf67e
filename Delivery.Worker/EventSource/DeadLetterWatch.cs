using System.Text.Json;
using Amazon.Runtime;
using Delivery.Worker.AsyncInvocation;
using Delivery.Worker.Functions;
using Delivery.Worker.Orders;

namespace Delivery.Worker.EventSource;

/// <summary>
/// Looks into the dead-letter queue and enters the orders in it as dropped: nobody delivers them any more, unless somebody
/// sends them back. What is no order was never accepted, and counts for nothing.
/// </summary>
internal sealed partial class DeadLetterWatch(DeadLetterQueue queue, OrderLedger ledger, TimeProvider clock, ILogger<DeadLetterWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>As many as before may be others than before.</summary>
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromMinutes(5);

    private readonly HashSet<string> _poison = new(StringComparer.Ordinal);
    private int _lastCount;
    private long _lastRead = clock.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isRefused = false;
        try
        {
            while (true)
            {
                isRefused = !await TryLookAsync(isRefused, stoppingToken);
                await Task.Delay(Interval, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what is in the queue stays there for the next start.
        }
    }

    private async Task<bool> TryLookAsync(bool wasRefused, CancellationToken stopping)
    {
        try
        {
            await LookAsync(stopping);
            return true;
        }
        catch (Exception refused) when (
            refused is AmazonServiceException or AmazonClientException or HttpRequestException or JsonException
            || (refused is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            if (!wasRefused)
            {
                LogCannotRead(refused.Message);
            }

            queue.Forget();
            return false;
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        var count = await queue.CountAsync(stopping);
        if (count == 0 || (count == _lastCount && clock.GetElapsedTime(_lastRead) < ReadAgainAfter))
        {
            _lastCount = count;
            return;
        }

        foreach (var message in await queue.ReadAsync(count, stopping))
        {
            if (message.Event is { Detail.CorrelationId: not OrderDetail.Undefined } order)
            {
                if (ledger.Dropped(order, DropReason.DeadLettered))
                {
                    LogDropped(order.OrderId);
                }
            }
            else if (_poison.Add(message.Id))
            {
                LogPoison(message.Id);
            }
        }

        (_lastCount, _lastRead) = (count, clock.GetTimestamp());
    }

    [LoggerMessage(1, LogLevel.Error, "FAILED {CorrelationId}: dropped, it is in the dead-letter queue")]
    private partial void LogDropped(string correlationId);

    [LoggerMessage(2, LogLevel.Error, "Message {MessageId} in the dead-letter queue is not an order, and counts for none")]
    private partial void LogPoison(string messageId);

    [LoggerMessage(3, LogLevel.Warning, "The dead-letter queue cannot be read: {Error}; trying again")]
    private partial void LogCannotRead(string error);
}
