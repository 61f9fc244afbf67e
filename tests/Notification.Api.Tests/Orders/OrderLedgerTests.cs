using Notification.Api.Orders;
using ServiceDefaults.State;

namespace Notification.Api.Tests.Orders;

public sealed class OrderLedgerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("order-ledger-tests-");

    private string Outbox => Path.Combine(_folder.FullName, "orders.outbox");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Reopened_AfterAKill_GoesOnCounting()
    {
        using (var killed = Open())
        {
            Accept(killed, "first");
            Accept(killed, "second");
            killed.Intend(Order("third"));
            killed.Reject("third", "Some Error");
            killed.Reject("fourth", "empty");
            killed.Reject("fifth", "empty");
        }

        using var ledger = Open();

        ledger.Accepted.ShouldBe(2);
        ledger.Rejected.ToDictionary().ShouldBe(new Dictionary<string, long> { ["Some Error"] = 1, ["empty"] = 2 }, ignoreOrder: true);
        ledger.LeftUnsettled.ShouldBeEmpty();
    }

    [Fact]
    public void Reopened_KilledBetweenIntentAndOutcome_KnowsTheOrder()
    {
        var order = new UnsettledOrder("second", null, "{\"text\":\"two\nlines, and ü\"}");
        using (var killed = Open())
        {
            Accept(killed, "first");
            killed.Intend(order);
        }

        using var ledger = Open();

        ledger.Accepted.ShouldBe(1);
        ledger.LeftUnsettled.ShouldBe([order]);
    }

    [Fact]
    public void Reopened_IntentTorn_WasNeverPublished()
    {
        using (var killed = Open())
        {
            Accept(killed, "first");
        }

        File.AppendAllText(Outbox, "second - eyJ0b3");
        using var ledger = Open();

        ledger.LeftUnsettled.ShouldBeEmpty();
    }

    [Fact]
    public void Outbox_NothingUnsettled_IsCutWhenItHasGrown()
    {
        using var ledger = Open();
        ledger.Intend(Order("large") with { Detail = new string('x', 1 << 20) });
        ledger.Intend(Order("small"));
        ledger.Accept("large");
        new FileInfo(Outbox).Length.ShouldBeGreaterThan(1 << 20);

        ledger.Accept("small");
        new FileInfo(Outbox).Length.ShouldBe(0);

        ledger.Intend(Order("next"));
        ledger.Dispose();
        using var reopened = Open();
        reopened.LeftUnsettled.ShouldHaveSingleItem().CorrelationId.ShouldBe("next");
        reopened.Accepted.ShouldBe(2);
    }

    private static UnsettledOrder Order(string id) => new(id, "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01", "{}");

    private static void Accept(OrderLedger ledger, string id)
    {
        ledger.Intend(Order(id));
        ledger.Accept(id);
    }

    private OrderLedger Open() => new(new StateDirectory(_folder.FullName));
}
