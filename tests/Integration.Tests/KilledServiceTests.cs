using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Integration.Tests.Fixtures;

namespace Integration.Tests;

/// <summary>The smoke scenario with a service killed (SIGKILL) in its middle: it comes back, and the equation is exact.</summary>
public sealed class KilledServiceTests
{
    [Fact]
    public async Task Kill_OfNotificationApiInTheMiddle_CountsEveryOrderThatWasAccepted()
    {
        await using var lab = await Lab.StartAsync("--flow-control");
        var before = await Lab.UntilAsync(async () => await lab.LiveAsync() is { Totals.Accepted: > 20 } live ? live : null);

        Process.GetProcessById(await lab.ProcessIdAsync("notification-api")).Kill();
        var report = await lab.ReportAsync();

        // An order whose sender got no answer may have been accepted; one that was answered 200 must be.
        using var load = lab.Client("load-generator");
        var answered = (await load.GetFromJsonAsync<JsonElement>("/runs/current")).GetProperty("accepted").GetInt64();
        report.Totals.Accepted.ShouldBeGreaterThanOrEqualTo(answered);
        report.Totals.Accepted.ShouldBeInRange(before.Totals.Accepted, report.Load!.Planned);
        report.Drained.ShouldBeTrue();
        report.Totals.Delivered.ShouldBe(report.Totals.Accepted);
        report.Totals.Processed.ShouldBe(report.Totals.Accepted);
        report.Totals.Dropped.ShouldBe(0);
        report.Totals.InFlight.ShouldBe(0);
        report.Totals.Unaccounted.ShouldBe(0);
        report.Minutes.Sum(minute => minute.Accepted).ShouldBe(report.Totals.Accepted);
    }

    [Fact]
    public async Task Kill_OfSlowApiInTheMiddle_GoesOnCountingWhereItWas()
    {
        await using var lab = await Lab.StartAsync("--flow-control");
        await Lab.UntilAsync(async () => await lab.LiveAsync() is { Totals.Processed: > 20 } live ? live : null);
        using var slowApi = lab.Client("slow-api");
        var before = await slowApi.GetFromJsonAsync<List<string>>("/orders/processed");

        Process.GetProcessById(await lab.ProcessIdAsync("slow-api")).Kill();
        var report = await lab.ReportAsync();

        var after = await slowApi.GetFromJsonAsync<List<string>>("/orders/processed");
        before!.Except(after!).ShouldBeEmpty();
        after!.Count.ShouldBe((int)report.Totals.Processed);
        report.Drained.ShouldBeTrue();
        report.Totals.Accepted.ShouldBe(report.Load!.Planned);
        report.Totals.Delivered.ShouldBe(report.Totals.Accepted);
        report.Totals.Processed.ShouldBe(report.Totals.Accepted);
        report.Totals.Dropped.ShouldBe(0);
        report.Totals.Unaccounted.ShouldBe(0);
        report.Totals.Calls.ShouldBe(report.Totals.Processed + report.Totals.ProcessedTwice + report.Totals.Faults + report.Totals.Throttled);
        report.Minutes.Sum(minute => minute.Calls).ShouldBe(report.Totals.Calls);
    }
}
