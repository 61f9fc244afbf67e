using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Integration.Tests.Fixtures;

namespace Integration.Tests;

/// <summary>The smoke scenario with flow control, and its two disturbances: a flip of the switch and a killed worker.</summary>
public sealed class FlowControlTests
{
    [Fact]
    public async Task Run_WithFlowControl_LosesNothingAndIsHardlyThrottled()
    {
        await using var lab = await Lab.StartAsync("--flow-control");

        var report = await lab.ReportAsync();

        report.FlowControl.ShouldBeTrue();
        report.Drained.ShouldBeTrue();
        report.Totals.Accepted.ShouldBe(report.Load!.Planned);
        report.Totals.Delivered.ShouldBe(report.Totals.Accepted);
        report.Totals.Dropped.ShouldBe(0);
        report.Totals.Processed.ShouldBe(report.Totals.Accepted);
        report.Totals.Throttled.ShouldBeLessThanOrEqualTo(report.Totals.Calls / 100);
        report.Peaks.QueueDepth.ShouldBeGreaterThan(0);
        using var slowApi = lab.Client("slow-api");
        (await slowApi.GetFromJsonAsync<List<string>>("/orders/processed"))!.Count.ShouldBe((int)report.Totals.Accepted);
    }

    [Fact]
    public async Task Flip_WhileTheLoadIsOn_MovesNewOrdersToTheQueueAndLosesNone()
    {
        await using var lab = await Lab.StartAsync("--AsyncInvocation:RetryWaitSeconds=5");
        await Lab.UntilAsync(async () => await lab.LiveAsync() is { Totals.Accepted: > 20 } live ? live : null);
        using var dashboard = lab.Client("dashboard");

        using var answer = await dashboard.PutAsJsonAsync("/api/flow-control", new { enabled = true });
        answer.EnsureSuccessStatusCode();

        var flipped = TimeProvider.System.GetTimestamp();
        await Lab.UntilAsync(async () => (await dashboard.GetFromJsonAsync<JsonElement>("/api/flow-control")).GetProperty("settled").GetBoolean() ? "yes" : null);
        var settled = TimeProvider.System.GetElapsedTime(flipped);
        var report = await lab.ReportAsync();

        settled.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        report.Peaks.QueueDepth.ShouldBeGreaterThan(0);
        report.Totals.Unaccounted.ShouldBe(0);
        report.Totals.InFlight.ShouldBe(0);
        report.Totals.Accepted.ShouldBe(report.Load!.Planned);
        (report.Totals.Delivered + report.Totals.Dropped).ShouldBe(report.Totals.Accepted);
    }

    [Fact]
    public async Task Kill_OfTheWorkerInTheMiddle_IsRestartedAndLosesNothing()
    {
        await using var lab = await Lab.StartAsync("--flow-control");
        await Lab.UntilAsync(async () => await lab.LiveAsync() is { Totals.Delivered: > 20 } live ? live : null);

        Process.GetProcessById(await lab.ProcessIdAsync("delivery-worker")).Kill();
        var report = await lab.ReportAsync();

        report.Totals.Accepted.ShouldBe(report.Load!.Planned);
        report.Totals.Delivered.ShouldBe(report.Totals.Accepted);
        report.Totals.Dropped.ShouldBe(0);
        report.Totals.Unaccounted.ShouldBe(0);
        report.Totals.Processed.ShouldBe(report.Totals.Accepted);
    }
}
