using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Store;

namespace Dashboard.Tests.Telemetry;

public sealed class MetricSeriesTableTests
{
    [Fact]
    public void Of_BeyondTheBound_LeavesNewSeriesOutAndCountsTheirPoints()
    {
        var table = new MetricSeriesTable(new TelemetryLimits { MaxStoredSeries = 100 });
        var script = new MetricScript();
        MetricPoint Point(int number) => script.Point(0, "tests", $"instrument.{number}", InstrumentKind.Counter, null);

        for (var number = 0; number < 150; number++)
        {
            var series = table.Of(Point(number), out var isNew);

            (series?.Id).ShouldBe(number < 100 ? number : null);
            isNew.ShouldBe(number < 100);
        }

        table.Of(Point(5), out var isNewAgain)!.Id.ShouldBe(5);
        isNewAgain.ShouldBeFalse();
        table.All.Count().ShouldBe(100);
        table.LeftOut.ShouldBe(50);
    }
}
