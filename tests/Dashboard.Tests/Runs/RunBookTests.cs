using System.Net;
using System.Text;
using Dashboard.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Runs;

public sealed class RunBookTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _clock = new(MetricScript.Zero);
    private readonly MetricScript _script = new(speed: 10);
    private readonly LedgerServices _services = new();
    private readonly CatalogFolder _folder = new();
    private readonly RunBook _book;

    public RunBookTests()
    {
        var ledgers = new OrderLedgers(new HttpClient(_services), _clock, NullLogger<OrderLedgers>.Instance);
        _book = new(_script.Store, ledgers, _folder.Open(_clock), new SystemSettings(), _clock);
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

    private Task<RunStart> BeginAsync() => _book.BeginAsync("smoke", flowControl: false, speed: 10, seed: 1, TestContext.Current.CancellationToken);

    private Task<Scenarios.Reports.RunReport> FinishAsync() => EndAsync(_book.FinishAsync(drained: true, load: null, TestContext.Current.CancellationToken));

    private void Export(int accepted, int delivered) => _script
        .Counter(Now, "notification-api", Instruments.OrdersAccepted, accepted)
        .Counter(Now, "delivery-worker", Instruments.OrdersDelivered, delivered);

    /// <summary>Lets time pass until the finishing is through.</summary>
    private async Task<Scenarios.Reports.RunReport> EndAsync(Task<Scenarios.Reports.RunReport?> finishing)
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
