using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Telemetry;

public sealed class MetricSeriesTableTests
{
    [Fact]
    public void Of_BeyondTheBound_LeavesNewSeriesOutAndCountsTheirPoints()
    {
        var table = new MetricSeriesTable(new TelemetryLimits { MaxStoredSeries = 100 }, NullLogger<MetricSeriesTable>.Instance);
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

    [Fact]
    public void Of_LongAttributesWithoutEnd_AreLeftOutBeforeTheyFillTheMemory()
    {
        var table = new MetricSeriesTable(new TelemetryLimits(), NullLogger<MetricSeriesTable>.Instance);
        var script = new MetricScript();
        var text = new string('x', 40_000);

        for (var number = 0; number < 500; number++)
        {
            _ = table.Of(script.Point(0, "tests", "instrument", InstrumentKind.Counter, [new("label", $"{text}{number}")]), out _);
        }

        table.All.Count().ShouldBeInRange(300, 400);
        table.LeftOut.ShouldBe(500 - table.All.Count());
    }
}
