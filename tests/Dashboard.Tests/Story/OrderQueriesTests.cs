using Dashboard.Story;
using Dashboard.Telemetry.Store;
using Dashboard.Tests.Ask;

namespace Dashboard.Tests.Story;

public sealed class OrderQueriesTests : IDisposable
{
    private readonly SyntheticRun _run = new();

    [Fact]
    public async Task Find_DeliveredOrder_KnowsItsTriesAndItsSimulatedTime()
    {
        var order = (await FindAsync("D"))!;

        (order.Status, order.Invocations, order.Attempts, order.Timeouts).ShouldBe((OrderStatus.Delivered, 2, 2, 1));
        order.Duration.ShouldBe(TimeSpan.FromSeconds(90));
        Story(order).End.ShouldBe("Delivered after 2 invocations and 2 attempts, 1 min 30 s after it was accepted.");
    }

    [Fact]
    public async Task Find_DroppedOrder_SaysWhy()
    {
        var order = (await FindAsync("B"))!;

        (order.Status, order.Throttled, order.Faults).ShouldBe((OrderStatus.Dropped, 3, 3));
        Story(order).End.ShouldBe(
            "Dropped after 3 invocations and 6 attempts, 3 min 50 s after it was accepted: every invocation that it was allowed failed (3 × 429 Too Many Requests, 3 × a fault of SlowApi).");
    }

    [Fact]
    public async Task Find_OrderThatHasNotEnded_SaysSo()
    {
        Story((await FindAsync("C"))!).End.ShouldBe("Nothing says how it ended: 0 invocations and 1 attempt so far.");
        (await FindAsync("nobody's")).ShouldBeNull();
    }

    [Fact]
    public async Task Find_Order_KnowsItsRun_AndFallsToNoOtherWhenThatIsDeleted()
    {
        using var connection = _run.Database.Open();
        TelemetryDatabase.Execute(
            connection, "INSERT INTO runs (id, started_at, finished_at) VALUES ('before', '2026-12-31 23:50:00'::TIMESTAMP_NS, '2026-12-31 23:59:00'::TIMESTAMP_NS)");

        (await FindAsync("B"))!.RunId.ShouldBe("this");
        _run.Catalog.Delete("this").ShouldBeTrue();
        (await FindAsync("B"))!.RunId.ShouldBeNull();
    }

    [Fact]
    public async Task Any_OfAStatus_IsOne()
    {
        var orders = new OrderQueries(_run.Database);

        (await orders.AnyAsync(OrderStatus.Dropped, null, null, TestContext.Current.CancellationToken)).ShouldBe("B");
        (await orders.AnyAsync(OrderStatus.Delivered, null, null, TestContext.Current.CancellationToken)).ShouldBeOneOf("A", "D");
    }

    [Fact]
    public async Task Any_OfATime_IsOneThatWasAcceptedThen()
    {
        var orders = new OrderQueries(_run.Database);
        var at = SyntheticRun.Zero.AddSeconds(11);

        (await orders.AnyAsync(OrderStatus.Delivered, at, null, TestContext.Current.CancellationToken)).ShouldBe("D");
        (await orders.AnyAsync(OrderStatus.Delivered, null, at, TestContext.Current.CancellationToken)).ShouldBe("A");
        (await orders.AnyAsync(OrderStatus.Dropped, at, null, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    public void Dispose() => _run.Dispose();

    private static OrderStory Story(OrderRow order) => new() { Order = order, Lines = [], LinesMeanwhile = 0 };

    private Task<OrderRow?> FindAsync(string id) => new OrderQueries(_run.Database).FindAsync(id, TestContext.Current.CancellationToken);
}
