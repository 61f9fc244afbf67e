using System.Net;
using SlowApi.Tests.Fixtures;

namespace SlowApi.Tests.Processes;

public sealed class KilledTests
{
    [Fact]
    public async Task Restart_AfterAKill_KnowsItsOrdersAndGoesOnCounting()
    {
        var state = Directory.CreateTempSubdirectory("slow-api-killed-tests-");
        try
        {
            (string, string)[] settings =
                [("StateDirectory", state.FullName), ("SlowApi:FaultRate", "0"), ("SlowApi:Latency:MinimumSeconds", "0"), ("SlowApi:Latency:MaximumSeconds", "0")];
            await using (var killed = SlowApiHost.Start(settings))
            {
                (await killed.SlowAsync("order-1")).StatusCode.ShouldBe(HttpStatusCode.OK);
            }

            await using var host = SlowApiHost.Start(settings);
            (await host.SlowAsync("order-1")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await host.SlowAsync("order-2")).StatusCode.ShouldBe(HttpStatusCode.OK);

            host.Counters["orders.processed"].ShouldBe(2);
            host.Counters["orders.processed_again"].ShouldBe(1);
            host.Counters["slow_api.requests outcome=processed"].ShouldBe(3);
        }
        finally
        {
            state.Delete(recursive: true);
        }
    }
}
