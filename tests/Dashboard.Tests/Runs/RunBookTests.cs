using System.Net;
using Dashboard.Runs;
using Scenarios.Reports;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Runs;

public sealed class RunBookTests : RunBookBed
{
    [Fact]
    public async Task Finish_WaitsForWhatEveryProcessHasToSay()
    {
        Export(accepted: 0, delivered: 0);
        await BeginAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 5, delivered: 4);
        Clock.Advance(TimeSpan.FromSeconds(0.5));

        var finishing = Book.FinishAsync(drained: true, load: null, TestContext.Current.CancellationToken);
        await PassAsync(0.3);
        finishing.IsCompleted.ShouldBeFalse();
        Script.Counter(Now, "notification-api", Instruments.OrdersAccepted, 5);
        await PassAsync(0.3);
        finishing.IsCompleted.ShouldBeFalse("the worker has not exported yet");
        Script.Counter(Now, "delivery-worker", Instruments.OrdersDelivered, 5);

        var report = await EndAsync(finishing);
        report.Totals.Delivered.ShouldBe(5);
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Finish_ProcessThatWasStopped_IsNotWaitedForForEver_AndWhatItHadIsInFlight()
    {
        await BeginAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        Script.Counter(Now, "notification-api", Instruments.OrdersAccepted, 5).Gauge(Now, "delivery-worker", Instruments.AsyncEventsPending, 5);
        Clock.Advance(TimeSpan.FromSeconds(8));
        Script.Counter(Now, "notification-api", Instruments.OrdersAccepted, 5);

        var finishing = Book.FinishAsync(drained: false, load: null, TestContext.Current.CancellationToken);
        await PassAsync(0.2);
        Script.Counter(Now, "notification-api", Instruments.OrdersAccepted, 5);

        var report = await EndAsync(finishing);
        report.Warnings.ShouldHaveSingleItem().ShouldContain("delivery-worker");
        report.Totals.InFlight.ShouldBe(5);
        report.Totals.Unaccounted.ShouldBe(0);
    }

    [Fact]
    public async Task Finish_OrdersProcessedThoughDropped_AreThoseInBothLedgersSinceTheRunBegan()
    {
        var before = Guid.CreateVersion7(MetricScript.Zero.AddSeconds(-3)).ToString();
        await BeginAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 3, delivered: 1);
        string[] orders = [.. Enumerable.Range(1, 4).Select(second => Guid.CreateVersion7(MetricScript.Zero.AddSeconds(second)).ToString())];
        Services.Dropped = [before, orders[0], orders[1], orders[3]];
        Services.Processed = [before, orders[1], orders[2], orders[3]];

        var report = await FinishAsync();

        report.Totals.ProcessedThoughDropped.ShouldBe(2);
    }

    [Fact]
    public async Task Finish_FlowControlWasTurned_ReportSaysWhen()
    {
        Book.NoteFlip(enabled: false);
        await BeginAsync();
        Clock.Advance(TimeSpan.FromSeconds(13));
        Book.NoteFlip(enabled: true);
        Export(accepted: 1, delivered: 1);

        var report = await FinishAsync();

        report.Warnings.ShouldContain("Flow control was turned on in minute 2: orders took either way.");
        report.Flips.ShouldBe([new FlowControlFlip { AtSeconds = 130, Enabled = true }]);
        Folder.Catalog.All[0].Name.ShouldBe("smoke, flow control off → on at 2:10");
    }

    [Fact]
    public async Task NoteFlip_TheWayItIsAlready_IsNone()
    {
        await BeginAsync();
        Book.NoteFlip(enabled: false);
        Book.NoteFlip(enabled: true);
        Book.NoteFlip(enabled: true);
        Book.NoteFlip(enabled: false);

        (await FinishAsync()).Flips.Select(flip => flip.Enabled).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Finish_SettingsWereChanged_ReportHasEachChange()
    {
        Book.NoteSettings(new() { Seed = 7 });
        await BeginAsync();
        Book.NoteSettings(new());
        Clock.Advance(TimeSpan.FromSeconds(4));
        Book.NoteSettings(Faulty);
        Book.NoteSettings(Faulty);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Book.NoteSettings(new());

        var report = await FinishAsync();

        report.Settings.ShouldBe(new());
        report.SettingChanges.ShouldBe(
        [
            new SettingChange { AtSeconds = 40, Name = "SlowApi:FaultRate", From = "0.2", To = "0.9" },
            new SettingChange { AtSeconds = 50, Name = "SlowApi:FaultRate", From = "0.9", To = "0.2" },
        ]);
        report.Warnings.ShouldContain("Settings were changed while the run was on: SlowApi:FaultRate 0.2 → 0.9 at 0:40, SlowApi:FaultRate 0.9 → 0.2 at 0:50.");
    }

    [Fact]
    public async Task Finish_OrdersThatTheirSenderSawNotAccepted_ReportSaysHowMany()
    {
        await BeginAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 5, delivered: 5);

        var report = await FinishAsync(new LoadSummary { Planned = 9, Started = 9, Finished = 9, Accepted = 4, Failed = 3 });

        report.Load!.Failed.ShouldBe(3);
        report.Warnings.ShouldContain(warning => warning.StartsWith("5 of 9 orders sent were not accepted as far as their sender knows: 3 had no answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finish_LedgersDoNotAnswer_ReportSaysSo()
    {
        await BeginAsync();
        Services.Status = HttpStatusCode.InternalServerError;

        var report = await FinishAsync();

        report.Totals.ProcessedThoughDropped.ShouldBe(0);
        report.Warnings.ShouldHaveSingleItem().ShouldContain("processedThoughDropped");
    }

    [Fact]
    public async Task Finish_LedgersHang_AreGivenUpOn()
    {
        await BeginAsync();
        Services.Hangs = true;

        (await FinishAsync()).Warnings.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Live_RatesAreASimulatedSecond_OverTheLastTen()
    {
        await BeginAsync();
        foreach (var second in Enumerable.Range(1, 5))
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            Export(accepted: 20 * second, delivered: second < 5 ? 0 : 50);
        }

        var live = Book.Live()!;

        live.Rates.Accepted.ShouldBe(2, "20 in a real second, which is ten simulated ones");
        live.Rates.Delivered.ShouldBe(5);
        live.SimulatedSeconds.ShouldBe(50);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Book.Live()!.Rates.Accepted.ShouldBe(0, "nobody is there any more");
    }

    [Fact]
    public async Task Finish_Runs_AreInTheCatalog()
    {
        await BeginAsync();
        await FinishAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await BeginAsync();
        await FinishAsync();

        Folder.Catalog.All.Count.ShouldBe(2);
        Folder.Catalog.All[0].Id.ShouldBe(Book.Live()!.Id);
    }

    [Fact]
    public async Task Finish_LoadThatEndedInTheMiddle_IsCalledIncomplete()
    {
        await BeginAsync();
        var load = new LoadSummary { Incomplete = true, Planned = 500, Started = 123 };

        var report = await EndAsync(Book.FinishAsync(drained: true, load, TestContext.Current.CancellationToken));

        report.Warnings.ShouldContain(warning => warning.StartsWith("Incomplete load: 123 of 500"));
    }

    [Theory]
    [InlineData("018bcfe5-6880-7000-8000-000000000000", "2023-11-14T22:13:20Z", true)]
    [InlineData("018bcfe5-6880-7000-8000-000000000000", "2023-11-14T22:13:21Z", false)]
    [InlineData("d9428888-122b-4b0b-8b6b-6f5e6b1a2b3c", "2023-11-14T22:13:21Z", true)]
    [InlineData("not-supplied", "2023-11-14T22:13:21Z", true)]
    public void IsSince_TellsByTheUuidsTime(string id, string from, bool expected) =>
        OrderLedgers.IsSince(id, DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected);
}
