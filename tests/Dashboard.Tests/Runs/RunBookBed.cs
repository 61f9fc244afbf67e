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

/// <summary>A book of runs over metrics that a test writes, on a clock that it moves.</summary>
public abstract class RunBookBed : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private protected RunBookBed() => Book = Open(Script);

    private protected static SystemSettings Faulty { get; } = new() { SlowApi = new() { FaultRate = 0.9 } };

    private protected FakeTimeProvider Clock { get; } = new(MetricScript.Zero);

    private protected MetricScript Script { get; } = new(speed: 10);

    private protected LedgerServices Services { get; } = new();

    private protected CatalogFolder Folder { get; } = new();

    private protected RunBook Book { get; }

    private protected double Now => (Clock.GetUtcNow() - MetricScript.Zero).TotalSeconds;

    public void Dispose()
    {
        Book.Dispose();
        Folder.Dispose();
        Services.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected RunBook Open(MetricScript script, string launch = "today")
    {
        var ledgers = new OrderLedgers(new HttpClient(Services), Clock, NullLogger<OrderLedgers>.Instance);
        var catalog = Folder.Open(Clock);
        var journals = new RunJournals(Folder.Database, catalog, new(launch), new(), new SystemSettings(), Clock, NullLogger<RunJournals>.Instance);
        return new(script.Store, ledgers, catalog, journals, new SystemSettings(), Clock);
    }

    private protected Task<RunStart> BeginAsync() => Book.BeginAsync("smoke", flowControl: false, speed: 10, seed: 1, TestContext.Current.CancellationToken);

    private protected Task<RunReport> FinishAsync(LoadSummary? load = null) =>
        EndAsync(Book.FinishAsync(drained: true, load, TestContext.Current.CancellationToken));

    private protected void Export(int accepted, int delivered) => Script
        .Counter(Now, "notification-api", Instruments.OrdersAccepted, accepted)
        .Counter(Now, "delivery-worker", Instruments.OrdersDelivered, delivered);

    private protected void Record(int times) => Script.Histogram(Now, "delivery-worker", Instruments.OrdersTimeToDelivery, Times(times));

    private protected static ExplicitHistogram Times(int count) => new() { Count = count, Sum = count, Bounds = [1, 2, 5], Counts = [0, count, 0, 0] };

    /// <summary>Lets time pass until the finishing is through.</summary>
    private protected async Task<RunReport> EndAsync(Task<RunReport?> finishing)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!finishing.IsCompleted)
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Limit);
            await PassAsync(0.1);
        }

        return (await finishing)!;
    }

    private protected async Task PassAsync(double seconds)
    {
        for (var passed = 0.0; passed < seconds; passed += 0.05)
        {
            Clock.Advance(TimeSpan.FromSeconds(0.05));
            await Task.Yield();
        }
    }

    private protected sealed class LedgerServices : HttpMessageHandler
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
