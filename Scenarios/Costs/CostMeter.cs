using Scenarios.Reports;

namespace Scenarios.Costs;

/// <summary>From a run's counts to its price.</summary>
/// <remarks>
/// Counted are the parts of the system that the seed deploys and that the load changes. NotificationFunction's time (some
/// milliseconds an order), SlowApi's own function, logs, metrics and the free tier are left out.
/// </remarks>
public static class CostMeter
{
    /// <summary>DeliveryFunction has 1,024 MB.</summary>
    private const decimal FunctionGigabytes = 1;

    private const decimal Million = 1_000_000;

    /// <summary>The price of a run.</summary>
    public static RunCost Price(RunTotals totals, PriceList prices)
    {
        ArgumentNullException.ThrowIfNull(totals);
        ArgumentNullException.ThrowIfNull(prices);
        var notified = totals.Accepted + totals.Rejected;
        var cost = new RunCost
        {
            Currency = prices.Currency,
            PricesAsOf = prices.AsOf,
            LambdaRequests = (notified + totals.Invocations) * prices.LambdaMillionRequests / Million,
            LambdaDuration = Duration(totals.BilledSeconds, prices),
            EventBridge = totals.Accepted * prices.EventBridgeMillionEvents / Million,
            Sqs = totals.QueueRequests * prices.SqsMillionRequests / Million,
            ApiGateway = (notified + totals.Calls - totals.Throttled) * prices.ApiGatewayMillionRequests / Million,
            Waste = Waste(totals, prices),
            PerThousandDelivered = null,
        };
        return totals.Delivered == 0 ? cost : cost with { PerThousandDelivered = cost.Total * 1000 / totals.Delivered };
    }

    private static decimal Duration(double seconds, PriceList prices) =>
        (decimal)seconds * FunctionGigabytes * prices.LambdaGigabyteSecond;

    /// <summary>Their acceptance and all that was spent on their delivery, but for the calls, of which each costs next to nothing.</summary>
    private static decimal Waste(RunTotals totals, PriceList prices) =>
        Duration(totals.WastedSeconds, prices)
        + ((totals.Dropped + totals.WastedInvocations) * prices.LambdaMillionRequests / Million)
        + (totals.Dropped * (prices.EventBridgeMillionEvents + prices.ApiGatewayMillionRequests) / Million);
}
