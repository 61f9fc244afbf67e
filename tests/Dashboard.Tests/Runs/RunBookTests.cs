using System.Net;
using System.Text;
using Dashboard.Runs;
using Dashboard.Runs.Journal;
using Dashboard.Telemetry.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Scenarios.Reports;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Runs;

public sealed class RunBookTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly SystemSettings Faulty = new() { SlowApi = new() { FaultRate = 0.9 } };

    private readonly FakeTimeProvider _clock = new(MetricScript.Zero);
    private readonly MetricScript _script = new(speed: 10);
    private readonly LedgerServices _services = new();
    private readonly CatalogFolder _folder = new();
    private readonly RunBook _book;

    public RunBookTests()
    {
        _book = Open(_script);
    }

    private double Now => (_clock.GetUtcNow() - MetricScript.Zero).TotalSeconds;

    [Fact]
    public async Task Finish_WaitsForWhatEveryProcessHasToSay()
    {
        Export(accepted: 0, delivered: 0);
        await BeginAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 5, delivered: 4);
        _clock.Advance(TimeSpan.FromSeconds(0.5));

        var finishing = _book.FinishAsync(drained: true, load: null, TestContext.Current.CancellationToken);
        await PassAsync(0.3);
        finishing.IsCompleted.ShouldBeFalse();
        _script.Counter(Now, "notification-api", Instruments.OrdersAccepted, 5);
        await PassAsync(0.3);
        finishing.IsCompleted.ShouldBeFalse("the worker has not exported yet");
        _script.Counter(Now, "delivery-worker", Instruments.OrdersDelivered, 5);

        var report = await EndAsync(finishing);
        report.Totals.Delivered.ShouldBe(5);
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Finish_ProcessThatWasStopped_IsNotWaitedForForEver_AndWhatItHadIsInFlight()
    {
        await BeginAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        _script.Counter(Now, "notification-api", Instruments.OrdersAccepted, 5).Gauge(Now, "delivery-worker", Instruments.AsyncEventsPending, 5);
        _clock.Advance(TimeSpan.FromSeconds(8));
        _script.Counter(Now, "notification-api", Instruments.OrdersAccepted, 5);

        var finishing = _book.FinishAsync(drained: false, load: null, TestContext.Current.CancellationToken);
        await PassAsync(0.2);
        _script.Counter(Now, "notification-api", Instruments.OrdersAccepted, 5);

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
        _clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 3, delivered: 1);
        string[] orders = [.. Enumerable.Range(1, 4).Select(second => Guid.CreateVersion7(MetricScript.Zero.AddSeconds(second)).ToString())];
        _services.Dropped = [before, orders[0], orders[1], orders[3]];
        _services.Processed = [before, orders[1], orders[2], orders[3]];

        var report = await FinishAsync();

        report.Totals.ProcessedThoughDropped.ShouldBe(2);
    }

    [Fact]
    public async Task Finish_FlowControlWasTurned_ReportSaysWhen()
    {
        _book.NoteFlip(enabled: false);
        await BeginAsync();
        _clock.Advance(TimeSpan.FromSeconds(13));
        _book.NoteFlip(enabled: true);
        Export(accepted: 1, delivered: 1);

        var report = await FinishAsync();

        report.Warnings.ShouldContain("Flow control was turned on in minute 2: orders took either way.");
        report.Flips.ShouldBe([new FlowControlFlip { AtSeconds = 130, Enabled = true }]);
        _folder.Catalog.All[0].Name.ShouldBe("smoke, flow control off → on at 2:10");
    }

    [Fact]
    public async Task NoteFlip_TheWayItIsAlready_IsNone()
    {
        await BeginAsync();
        _book.NoteFlip(enabled: false);
        _book.NoteFlip(enabled: true);
        _book.NoteFlip(enabled: true);
        _book.NoteFlip(enabled: false);

        (await FinishAsync()).Flips.Select(flip => flip.Enabled).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Finish_SettingsWereChanged_ReportHasEachChange()
    {
        _book.NoteSettings(new() { Seed = 7 });
        await BeginAsync();
        _book.NoteSettings(new());
        _clock.Advance(TimeSpan.FromSeconds(4));
        _book.NoteSettings(Faulty);
        _book.NoteSettings(Faulty);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _book.NoteSettings(new());

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
        _clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 5, delivered: 5);

        var report = await FinishAsync(new LoadSummary { Planned = 9, Started = 9, Finished = 9, Accepted = 4, Failed = 3 });

        report.Load!.Failed.ShouldBe(3);
        report.Warnings.ShouldContain(warning => warning.StartsWith("5 of 9 orders sent were not accepted as far as their sender knows: 3 had no answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finish_LedgersDoNotAnswer_ReportSaysSo()
    {
        await BeginAsync();
        _services.Status = HttpStatusCode.InternalServerError;

        var report = await FinishAsync();

        report.Totals.ProcessedThoughDropped.ShouldBe(0);
        report.Warnings.ShouldHaveSingleItem().ShouldContain("processedThoughDropped");
    }

    [Fact]
    public async Task Finish_LedgersHang_AreGivenUpOn()
    {
        await BeginAsync();
        _services.Hangs = true;

        (await FinishAsync()).Warnings.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Live_RatesAreASimulatedSecond_OverTheLastTen()
    {
        await BeginAsync();
        foreach (var second in Enumerable.Range(1, 5))
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Export(accepted: 20 * second, delivered: second < 5 ? 0 : 50);
        }

        var live = _book.Live()!;

        live.Rates.Accepted.ShouldBe(2, "20 in a real second, which is ten simulated ones");
        live.Rates.Delivered.ShouldBe(5);
        live.SimulatedSeconds.ShouldBe(50);
        _clock.Advance(TimeSpan.FromMinutes(1));
        _book.Live()!.Rates.Accepted.ShouldBe(0, "nobody is there any more");
    }

    [Fact]
    public async Task Finish_Runs_AreInTheCatalog()
    {
        await BeginAsync();
        await FinishAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await BeginAsync();
        await FinishAsync();

        _folder.Catalog.All.Count.ShouldBe(2);
        _folder.Catalog.All[0].Id.ShouldBe(_book.Live()!.Id);
    }

    [Fact]
    public async Task Restart_InTheMiddle_TheNextProcessGoesOnWithTheRun_AndItsTotalsAreExact()
    {
        Export(accepted: 7, delivered: 7);
        var started = await BeginAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 20, delivered: 11);
        Record(times: 4);
        _clock.Advance(TimeSpan.FromSeconds(5));

        var script = new MetricScript(speed: 10);
        using var book = Open(script);
        script.Counter(Now, "notification-api", Instruments.OrdersAccepted, 30).Counter(Now, "delivery-worker", Instruments.OrdersDelivered, 30);
        script.Histogram(Now, "delivery-worker", Instruments.OrdersTimeToDelivery, Times(count: 9));
        var before = book.Live()!;
        var report = await EndAsync(book.FinishAsync(drained: true, load: null, TestContext.Current.CancellationToken));

        before.Id.ShouldBe(started.Id);
        before.Finished.ShouldBeFalse();
        report.StartedAt.ShouldBe(started.StartedAt);
        report.Totals.Accepted.ShouldBe(23);
        report.Totals.Delivered.ShouldBe(23);
        report.Totals.Unaccounted.ShouldBe(0);
        report.TimeToDelivery.P50Seconds.ShouldNotBeNull();
        report.Warnings.ShouldContain(warning => warning.StartsWith("The dashboard was away from minute 0 to minute 1:"));
        _folder.Catalog.Find(started.Id).ShouldNotBeNull().Report.Totals.Accepted.ShouldBe(23);
        _folder.Files("*.journal").ShouldBeEmpty();
    }

    [Fact]
    public async Task Restart_FlowControlWasTurnedBefore_IsRemembered()
    {
        await BeginAsync();
        _book.NoteFlip(enabled: true);
        Export(accepted: 1, delivered: 1);

        using var book = Open(new(speed: 10));

        book.Live()!.Warnings.ShouldContain(warning => warning.StartsWith("Flow control was turned on in minute 0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restart_SettingsWereChangedBefore_IsRemembered()
    {
        await BeginAsync();
        _book.NoteSettings(new());
        _clock.Advance(TimeSpan.FromSeconds(1));
        _book.NoteSettings(Faulty);
        Export(accepted: 1, delivered: 1);

        using var book = Open(new(speed: 10));
        _clock.Advance(TimeSpan.FromSeconds(1));
        book.NoteSettings(Faulty with { EventSource = new() { MaximumConcurrency = 20 } });

        book.Live()!.Settings.ShouldBe(new());
        book.Live()!.SettingChanges.Select(RunWords.Change).ShouldBe(
            ["SlowApi:FaultRate 0.2 → 0.9 at 0:10", "EventSource:MaximumConcurrency 10 → 20 at 0:20"]);
    }

    [Theory]
    [InlineData("flips")]
    [InlineData("absences")]
    [InlineData("settingChanges")]
    public async Task Restart_JournalOfAVersionThatKnewLess_IsReadAllTheSame(string unknown)
    {
        await BeginAsync();
        Export(accepted: 20, delivered: 11);
        var journal = _folder.Files("*.journal").Single();
        var text = await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken);
        text.ShouldContain($",\"{unknown}\":[]");
        await File.WriteAllTextAsync(journal, text.Replace($",\"{unknown}\":[]", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        using var book = Open(new(speed: 10));

        book.Live()!.Totals.Accepted.ShouldBe(20);
    }

    [Fact]
    public async Task Restart_Twice_LastLineTorn_StillGoesOn()
    {
        await BeginAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 20, delivered: 11);
        await File.AppendAllTextAsync(_folder.Files("*.journal").Single(), "{\"series\":[{\"n\":", TestContext.Current.CancellationToken);

        var second = new MetricScript(speed: 10);
        using (Open(second))
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            second.Counter(Now, "notification-api", Instruments.OrdersAccepted, 25).Counter(Now, "slow-api", Instruments.OrdersProcessed, 4);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        using var third = Open(new(speed: 10));

        third.Live()!.Totals.Accepted.ShouldBe(25);
        third.Live()!.Totals.Processed.ShouldBe(4);
        third.Live()!.Totals.Delivered.ShouldBe(11);
        third.Live()!.Warnings.Count(warning => warning.Contains("away", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Restart_OfTheWholeSystem_KeepsTheRunAsFarAsItCame_AndDoesNotGoOn()
    {
        var started = await BeginAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 20, delivered: 11);

        using var book = Open(new(speed: 10), launch: "tomorrow");

        book.Live().ShouldBeNull();
        var kept = _folder.Catalog.Find(started.Id).ShouldNotBeNull().Report;
        kept.Drained.ShouldBeFalse();
        kept.Totals.Accepted.ShouldBe(20);
        kept.Warnings.ShouldContain(warning => warning.Contains("ended before this run was finished", StringComparison.Ordinal));
        _folder.Files("*.journal").ShouldBeEmpty();
    }

    [Fact]
    public async Task Finish_LoadThatEndedInTheMiddle_IsCalledIncomplete()
    {
        await BeginAsync();
        var load = new LoadSummary { Incomplete = true, Planned = 500, Started = 123 };

        var report = await EndAsync(_book.FinishAsync(drained: true, load, TestContext.Current.CancellationToken));

        report.Warnings.ShouldContain(warning => warning.StartsWith("Incomplete load: 123 of 500"));
    }

    [Theory]
    [InlineData("018bcfe5-6880-7000-8000-000000000000", "2023-11-14T22:13:20Z", true)]
    [InlineData("018bcfe5-6880-7000-8000-000000000000", "2023-11-14T22:13:21Z", false)]
    [InlineData("d9428888-122b-4b0b-8b6b-6f5e6b1a2b3c", "2023-11-14T22:13:21Z", true)]
    [InlineData("not-supplied", "2023-11-14T22:13:21Z", true)]
    public void IsSince_TellsByTheUuidsTime(string id, string from, bool expected) =>
        OrderLedgers.IsSince(id, DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected);

    public void Dispose()
    {
        _book.Dispose();
        _folder.Dispose();
        _services.Dispose();
    }

    private RunBook Open(MetricScript script, string launch = "today")
    {
        var ledgers = new OrderLedgers(new HttpClient(_services), _clock, NullLogger<OrderLedgers>.Instance);
        var catalog = _folder.Open(_clock);
        var journals = new RunJournals(_folder.Database, catalog, new(launch), new(), new SystemSettings(), _clock, NullLogger<RunJournals>.Instance);
        return new(script.Store, ledgers, catalog, journals, new SystemSettings(), _clock);
    }

    private Task<RunStart> BeginAsync() => _book.BeginAsync("smoke", flowControl: false, speed: 10, seed: 1, TestContext.Current.CancellationToken);

    private Task<RunReport> FinishAsync(LoadSummary? load = null) =>
        EndAsync(_book.FinishAsync(drained: true, load, TestContext.Current.CancellationToken));

    private void Export(int accepted, int delivered) => _script
        .Counter(Now, "notification-api", Instruments.OrdersAccepted, accepted)
        .Counter(Now, "delivery-worker", Instruments.OrdersDelivered, delivered);

    private void Record(int times) => _script.Histogram(Now, "delivery-worker", Instruments.OrdersTimeToDelivery, Times(times));

    private static ExplicitHistogram Times(int count) => new() { Count = count, Sum = count, Bounds = [1, 2, 5], Counts = [0, count, 0, 0] };

    /// <summary>Lets time pass until the finishing is through.</summary>
    private async Task<RunReport> EndAsync(Task<RunReport?> finishing)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!finishing.IsCompleted)
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Limit);
            await PassAsync(0.1);
        }

        return (await finishing)!;
    }

    private async Task PassAsync(double seconds)
    {
        for (var passed = 0.0; passed < seconds; passed += 0.05)
        {
            _clock.Advance(TimeSpan.FromSeconds(0.05));
            await Task.Yield();
        }
    }

    private sealed class LedgerServices : HttpMessageHandler
    {
        public string[] Dropped { get; set; } = [];

        public string[] Processed { get; set; } = [];

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public bool Hangs { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Hangs)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            var ids = request.RequestUri!.Host == "delivery-worker" ? Dropped : Processed;
            var json = $"[{string.Join(',', ids.Select(id => $"\"{id}\""))}]";
            return new(Status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        }
    }
}
