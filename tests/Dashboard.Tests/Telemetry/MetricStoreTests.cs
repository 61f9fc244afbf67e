using Dashboard.Runs;
using Dashboard.Telemetry;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Telemetry;

public sealed class MetricStoreTests
{
    [Fact]
    public void Add_TooManySeries_AreCountedNotKept()
    {
        var script = new MetricScript(limits: new TelemetryLimits { MaxSeries = 100 });
        foreach (var number in Enumerable.Range(0, 150))
        {
            script.Gauge(1, "shop", Instruments.SlowApiTokens, 1, [new("number", number)]);
        }

        script.Store.Counts.ShouldBe((100, 100, 50));
    }

    [Fact]
    public void Add_ProcessesThatAreLongGone_MakeRoom()
    {
        var script = new MetricScript(limits: new TelemetryLimits { MaxSeries = 100 });
        foreach (var process in Enumerable.Range(0, 100))
        {
            script.Gauge(1, $"shop/{process}", Instruments.SlowApiTokens, 1);
        }

        script.Gauge(3_000, "shop/last", Instruments.ConcurrentExecutions, 1);
        script.Gauge(3_001, "shop/last", Instruments.SlowApiTokens, 1);

        script.Store.Counts.Trimmed.ShouldBe(1, "the first point of the new process tells that the others are gone");
        script.Store.Read(LabInstruments.All, default).Count.ShouldBe(0);
        script.Store.Counts.Series.ShouldBe(1);
    }

    [Fact]
    public void EndRun_ManyRuns_MemoryStaysBounded()
    {
        var script = new MetricScript();
        var second = 0.0;
        for (var run = 0; run < 10; run++)
        {
            var start = script.Begin(second);
            for (var i = 0; i < 500; i++)
            {
                script.Counter(++second, "notification-api", Instruments.OrdersAccepted, second);
            }

            script.Report(start, second).Totals.Accepted.ShouldBe(500);
            script.Store.EndRun();
            script.Store.Read(LabInstruments.All, default).ShouldHaveSingleItem().Samples.Count.ShouldBeLessThan(100);
        }
    }
}
