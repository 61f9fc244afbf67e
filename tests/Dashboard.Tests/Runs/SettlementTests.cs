using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Runs;

public sealed class SettlementTests
{
    private const string Api = "notification-api";
    private const string Worker = "delivery-worker";
    private const string Aws = "local-aws";

    [Fact]
    public void IsSettled_AllDeliveredAndConfirmedTwiceByEveryProcess_IsTrue()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        Export(script, 1, accepted: 5, delivered: 0, pending: 5);
        Export(script, 2, accepted: 5, delivered: 5, pending: 0);
        script.IsSettled(run, 2.9).ShouldBeFalse("balanced, but not confirmed");

        Export(script, 3, accepted: 5, delivered: 5, pending: 0);
        script.IsSettled(run, 3.9).ShouldBeFalse("confirmed once");

        Export(script, 4, accepted: 5, delivered: 5, pending: 0);
        script.IsSettled(run, 4.9).ShouldBeTrue();
    }

    [Fact]
    public void IsSettled_OneProcessHasNotExportedSince_IsFalse()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        Export(script, 1, accepted: 5, delivered: 5, pending: 0);
        foreach (var second in new[] { 2, 3, 4, 5 })
        {
            // Notification.Api is late: what it has accepted since is not known.
            ExportWorker(script, second, delivered: 5);
            ExportAws(script, second, pending: 0);
        }

        script.IsSettled(run, 5.5).ShouldBeFalse();
    }

    [Fact]
    public void IsSettled_OrderUnderWay_IsFalse()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        foreach (var second in Enumerable.Range(1, 8))
        {
            Export(script, second, accepted: 5, delivered: 4, pending: 1);
        }

        script.IsSettled(run, 8.5).ShouldBeFalse();
    }

    [Fact]
    public void IsSettled_OrderMissing_IsFalse()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        foreach (var second in Enumerable.Range(1, 8))
        {
            Export(script, second, accepted: 5, delivered: 4, pending: 0);
        }

        script.IsSettled(run, 8.5).ShouldBeFalse();
    }

    [Fact]
    public void IsSettled_ANewOrderComes_IsFalseAgain()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        foreach (var second in new[] { 1, 2, 3 })
        {
            Export(script, second, accepted: 5, delivered: 5, pending: 0);
        }

        script.IsSettled(run, 3.9).ShouldBeTrue();
        Export(script, 4, accepted: 6, delivered: 5, pending: 1);
        script.IsSettled(run, 4.9).ShouldBeFalse();
        Export(script, 5, accepted: 6, delivered: 6, pending: 0);
        Export(script, 6, accepted: 6, delivered: 6, pending: 0);
        script.IsSettled(run, 6.9).ShouldBeFalse();
        Export(script, 7, accepted: 6, delivered: 6, pending: 0);
        script.IsSettled(run, 7.9).ShouldBeTrue();
    }

    [Fact]
    public void IsSettled_NothingExportedYet_IsFalse()
    {
        var script = new MetricScript();
        Export(script, -1, accepted: 5, delivered: 5, pending: 0);
        var run = script.Begin(0);

        script.IsSettled(run, 0.5).ShouldBeFalse();
    }

    [Fact]
    public void IsSettled_ProcessThatIsGone_IsNotWaitedFor()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Gauge(1, "delivery-worker/old", Instruments.AsyncEventsPending, 3);
        foreach (var second in Enumerable.Range(1, 30))
        {
            Export(script, second, accepted: 5, delivered: 5, pending: 0);
        }

        script.IsSettled(run, 5).ShouldBeFalse("the old worker may still have them");
        script.IsSettled(run, 30.5).ShouldBeTrue();
    }

    [Fact]
    public void IsSettled_OrdersOfTheRunBeforeEndInThisOne_IsTrueOnceAllHaveEnded()
    {
        var script = new MetricScript();
        foreach (var second in Enumerable.Range(1, 2))
        {
            Export(script, second, accepted: 5, delivered: 2, pending: 3);
        }

        var run = script.Begin(2.5);
        foreach (var second in Enumerable.Range(3, 6))
        {
            Export(script, second, accepted: 9, delivered: 6, pending: 3);
        }

        script.IsSettled(run, 8.5).ShouldBeFalse("three are under way");

        foreach (var second in Enumerable.Range(9, 6))
        {
            Export(script, second, accepted: 9, delivered: 9, pending: 0);
        }

        script.IsSettled(run, 14.5).ShouldBeTrue();
    }

    [Fact]
    public void IsSettled_MessagesOnAnotherQueue_DoNotMatter()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        foreach (var second in Enumerable.Range(1, 5))
        {
            Export(script, second, accepted: 5, delivered: 5, pending: 0);
            script.Gauge(second, Aws, Instruments.SqsMessagesVisible, 10 * second, MetricScript.OnQueue("dead-letters"));
        }

        script.IsSettled(run, 5.5).ShouldBeTrue();
    }

    private static void Export(MetricScript script, double at, int accepted, int delivered, int pending)
    {
        script.Counter(at + 0.1, Api, Instruments.OrdersAccepted, accepted);
        ExportWorker(script, at, delivered);
        ExportAws(script, at, pending);
    }

    private static void ExportWorker(MetricScript script, double at, int delivered) => script
        .Counter(at + 0.2, Worker, Instruments.OrdersDelivered, delivered)
        .Gauge(at + 0.2, Worker, Instruments.AsyncEventsPending, 0);

    private static void ExportAws(MetricScript script, double at, int pending) => script
        .Gauge(at + 0.3, Aws, Instruments.EventsPending, pending)
        .Gauge(at + 0.3, Aws, Instruments.SqsMessagesVisible, 0, MetricScript.OnQueue(MetricScript.Queue));
}
