using System.Net;
using System.Text;
using System.Text.Json;
using Dashboard.Lab;
using Dashboard.Lab.Control;
using Dashboard.Runs;
using Dashboard.Runs.Journal;
using Dashboard.Tests.Runs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Lab;

/// <summary>The lab on a clock that the tests move, with services that answer as they are told.</summary>
internal sealed class LabBed : HttpMessageHandler
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly CatalogFolder _folder = new();

    public LabBed()
    {
        var http = new LabHttp(new HttpClient(this, disposeHandler: false));
        var audience = new Audience(Clock);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Scenario", "readme")]).Build();
        var ledgers = new OrderLedgers(new HttpClient(this, disposeHandler: false), Clock, NullLogger<OrderLedgers>.Instance);
        var catalog = _folder.Open(Clock);
        var journals = new RunJournals(_folder.Database, catalog, new(""), new(), new SystemSettings(), Clock, NullLogger<RunJournals>.Instance);
        Book = new(Script.Store, ledgers, catalog, journals, new SystemSettings(), Clock);
        Settings = new(http, new SystemSettings(), Book, audience, Clock, configuration);
        Watch = new(Book, Script.Store, Settings, audience, Clock, NullLogger<LabWatch>.Instance);
        var flow = new FlowDesk(new ServiceCollection().BuildServiceProvider(), Book, audience, Clock);
        Control = new(Book, Watch, new LoadClient(http), Settings, flow, new LabClock(10), Clock);
    }

    public FakeTimeProvider Clock { get; } = new(MetricScript.Zero);

    public MetricScript Script { get; } = new(speed: 10);

    public RunBook Book { get; }

    public SettingsDesk Settings { get; }

    public LabWatch Watch { get; }

    public RunControl Control { get; }

    /// <summary>What the services were asked, without the questions of how things are.</summary>
    public List<string> Orders { get; } = [];

    /// <summary>The scenario that the services have.</summary>
    public string Scenario { get; set; } = "readme";

    /// <summary>What slow-api has, and what delivery-worker has.</summary>
    public (SystemSettings SlowApi, SystemSettings Worker) Applied { get; set; } = (new(), new());

    /// <summary>Why the settings are refused; null: they are taken, whatever they are.</summary>
    public string? SettingsRefusal { get; set; }

    /// <summary>The load generator's play; null: it knows none.</summary>
    public string? Load { get; set; }

    /// <summary>Why the load generator does not play; null: it does.</summary>
    public string? Refusal { get; set; }

    private double Now => (Clock.GetUtcNow() - MetricScript.Zero).TotalSeconds;

    /// <summary>Every process exports.</summary>
    public void Export(long accepted, long delivered) => Script
        .Counter(Now, "notification-api", Instruments.OrdersAccepted, accepted)
        .Counter(Now, "delivery-worker", Instruments.OrdersDelivered, delivered)
        .Gauge(Now, "delivery-worker", Instruments.AsyncEventsPending, accepted - delivered);

    /// <summary>Lets time pass until something is the case; each quarter of a second something may be done.</summary>
    public async Task PassUntilAsync(Func<bool> isCase, Action? each = null)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!isCase())
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Limit);
            Clock.Advance(TimeSpan.FromSeconds(0.25));
            each?.Invoke();
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public static string Play(string state, long accepted) =>
        $$"""{"id":"play","scenario":"smoke","state":"{{state}}","phaseName":"push","planned":3,"started":3,"finished":3,"accepted":{{accepted}},"elapsedSeconds":10,"durationSeconds":50}""";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var (service, path) = (request.RequestUri!.Host, request.RequestUri.AbsolutePath);
        lock (Orders)
        {
            if (request.Method != HttpMethod.Get)
            {
                Orders.Add($"{request.Method} {service}{path} {body}".TrimEnd());
            }
        }

        switch (request.Method.Method, path)
        {
            case ("PUT", "/settings") when SettingsRefusal is not null:
                return Json($$"""{"detail":"{{SettingsRefusal}}"}""", HttpStatusCode.BadRequest);
            case ("PUT", "/settings"):
                Scenario = "smoke";
                return Json(View(service));
            case (_, "/settings"):
                return Json(View(service));
            case ("POST", "/runs") when Refusal is not null:
                return Json($$"""{"detail":"{{Refusal}}"}""", HttpStatusCode.Conflict);
            case ("POST", "/runs"):
                Load = Play("running", 0);
                return Json(Load);
            case ("DELETE", "/runs/current"):
                Load = Play("cancelled", 0);
                return Json(Load);
            case (_, "/runs/current"):
                return Load is null ? Json("""{"detail":"There is no run \"current\"."}""", HttpStatusCode.NotFound) : Json(Load);
            default:
                return Json("[]");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Control.Dispose();
            Watch.Dispose();
            Settings.Dispose();
            Book.Dispose();
            _folder.Dispose();
        }

        base.Dispose(disposing);
    }

    private string View(string service) => JsonSerializer.Serialize(
        new SettingsView(Scenario, 0, service == "slow-api" ? Applied.SlowApi : Applied.Worker), SettingsJson.Default.SettingsView);

    private static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
