using SlowApi.Orders;

namespace SlowApi.Tests.Orders;

public sealed class OrderLedgerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slow-api-ledger-tests-");

    private string FileName => Path.Combine(_folder.FullName, "orders.ledger");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Reopened_AfterAKill_GoesOnCounting()
    {
        using (var killed = new OrderLedger(FileName))
        {
            killed.Processed("an order");
            killed.Processed("an order");
            killed.Processed(null);
            killed.Failed();
            killed.Throttled();
            killed.Throttled();
        }

        File.AppendAllText(FileName, "+torn");
        using var ledger = new OrderLedger(FileName);
        ledger.Counts.ShouldBe(new CallCounts(Processed: 3, Faults: 1, Throttled: 2, Orders: 1, OrdersAgain: 1));

        ledger.Processed("an order");
        ledger.Processed("another");
        ledger.Counts.ShouldBe(new CallCounts(Processed: 5, Faults: 1, Throttled: 2, Orders: 2, OrdersAgain: 2));
        ledger.Snapshot().ShouldBe(["an order", "another"], ignoreOrder: true);
    }

    [Fact]
    public void Counts_WithoutAFile_AreTheSame()
    {
        using var ledger = new OrderLedger(null);
        ledger.Processed("an order");
        ledger.Processed("an order");
        ledger.Failed();

        ledger.Counts.ShouldBe(new CallCounts(Processed: 2, Faults: 1, Throttled: 0, Orders: 1, OrdersAgain: 1));
    }
}
