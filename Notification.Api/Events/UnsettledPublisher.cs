using System.Diagnostics;
using Notification.Api.Orders;

namespace Notification.Api.Events;

/// <summary>
/// Publishes what an earlier process may have published: it was killed before it noted EventBridge's answer. A second event
/// of an order is harmless, since delivery is at least once anyway; an order of which nobody knew whether it counts is not.
/// </summary>
internal sealed partial class UnsettledPublisher(OrderLedger ledger, OrderEvents events, TimeProvider clock, ILogger<UnsettledPublisher> logger)
    : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var order in ledger.LeftUnsettled)
        {
            await PublishAsync(order, stoppingToken);
            ledger.Accept(order.CorrelationId);
            Resumed(order.CorrelationId);
        }
    }

    /// <summary>A refusal settles nothing, since the first attempt may have succeeded: only the event on the bus does.</summary>
    private async Task PublishAsync(UnsettledOrder order, CancellationToken stopping)
    {
        _ = ActivityContext.TryParse(order.TraceParent, null, isRemote: true, out var trace);
        for (var wait = FirstWait; ; wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, LongestWait.Ticks)))
        {
            using (var span = events.StartSpan(order.CorrelationId, trace))
            {
                if ((await events.PublishAsync(order.Detail, span)).Refusal is not { } refusal)
                {
                    return;
                }

                Refused(order.CorrelationId, refusal.Sentence);
            }

            await Task.Delay(wait, clock, stopping);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "An earlier process was killed over this order: published again and accepted [{CorrelationId}]")]
    private partial void Resumed(string correlationId);

    [LoggerMessage(2, LogLevel.Error, "An earlier process was killed over this order, and EventBridge does not take it now: {Error} [{CorrelationId}]")]
    private partial void Refused(string correlationId, string error);
}
