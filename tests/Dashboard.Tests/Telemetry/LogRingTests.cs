using Dashboard.Telemetry;
using Dashboard.Telemetry.Logs;

namespace Dashboard.Tests.Telemetry;

public sealed class LogRingTests
{
    [Fact]
    public void Add_MoreThanItHolds_KeepsTheNewestAndCountsTheOthers()
    {
        var ring = new LogRing(new() { MaxLogs = 10 });
        var resource = new Resource(new("shop", ""), ResourceClock.Real, []);

        ring.Add([.. Enumerable.Range(1, 25).Select(number => new LogRecord { Time = default, Body = $"{number}", Resource = resource })]);

        ring.Counts.ShouldBe((10, 15));
        ring.Newest(3).Select(record => record.Body).ShouldBe(["25", "24", "23"]);
        ring.Newest(100).Count.ShouldBe(10);
    }
}
