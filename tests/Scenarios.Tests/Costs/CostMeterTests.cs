using Scenarios.Costs;
using Scenarios.Reports;

namespace Scenarios.Tests.Costs;

public sealed class CostMeterTests
{
    private static readonly PriceList Prices = new()
    {
        Region = "nowhere-1",
        AsOf = new(2026, 3, 1),
        Currency = "USD",
        LambdaMillionRequests = 0.5m,
        LambdaGigabyteSecond = 0.25m,
        EventBridgeMillionEvents = 1,
        SqsMillionRequests = 2,
        ApiGatewayMillionRequests = 4,
    };

    [Fact]
    public void Price_EachPart_IsItsCountTimesItsPrice()
    {
        var cost = CostMeter.Price(
            new RunTotals { Accepted = 600_000, Rejected = 400_000, Invocations = 3_000_000, BilledSeconds = 8, QueueRequests = 500_000, Calls = 2_000_000 },
            Prices);

        cost.LambdaRequests.ShouldBe(2);
        cost.LambdaDuration.ShouldBe(2);
        cost.EventBridge.ShouldBe(0.6m);
        cost.Sqs.ShouldBe(1);
        cost.ApiGateway.ShouldBe(12);
        cost.Total.ShouldBe(17.6m);
    }

    [Fact]
    public void Price_ThrottledCalls_AreFree()
    {
        CostMeter.Price(new RunTotals { Calls = 1_000_000, Throttled = 1_000_000 }, Prices).Total.ShouldBe(0);
    }

    [Fact]
    public void Price_NothingDelivered_HasNoPriceOfADelivery()
    {
        CostMeter.Price(new RunTotals { Accepted = 1 }, Prices).PerThousandDelivered.ShouldBeNull();
    }

    [Fact]
    public void Price_Delivered_SharesTheTotal()
    {
        CostMeter.Price(new RunTotals { BilledSeconds = 4, Delivered = 500 }, Prices).PerThousandDelivered.ShouldBe(2);
    }

    [Fact]
    public void Price_DroppedOrders_WasteTheirAcceptanceAndTheirInvocations()
    {
        var cost = CostMeter.Price(
            new RunTotals { Accepted = 1_000_000, Dropped = 1_000_000, Invocations = 3_000_000, BilledSeconds = 4, WastedInvocations = 3_000_000, WastedSeconds = 4 },
            Prices);

        cost.Waste.ShouldBe(1 + 2 + 5);
        cost.Waste.ShouldBe(cost.Total);
    }

    [Fact]
    public void Current_Prices_AreThoseOfAwsWithTheirDay()
    {
        PriceList.Current.Currency.ShouldBe("USD");
        PriceList.Current.AsOf.ShouldBe(new(2026, 3, 1));
        // The planning model's direct run of the talk: 4.80 USD for about 360,000 GB-seconds.
        (360_000 * PriceList.Current.LambdaGigabyteSecond).ShouldBe(4.8m, 0.01m);
    }
}
