using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Scenarios.Reports;

namespace Integration.Tests.Fixtures;

/// <summary>The whole system, started for real on random ports.</summary>
internal sealed class Lab : IAsyncDisposable
{
    /// <summary>Simulated seconds a real second in these tests.</summary>
    public const int Speed = 5;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly DistributedApplication _app;
    private readonly string _data;

    private Lab(DistributedApplication app, string data) => (_app, _data) = (app, data);

    public DistributedApplication App => _app;

    /// <summary>Starts the app host with these arguments and waits until everything is healthy.</summary>
    public static async Task<Lab> StartAsync(params string[] args)
    {
        // Its own, or the runs of earlier tests would be in the catalog too.
        var data = Directory.CreateTempSubdirectory("observability-lab-tests-").FullName;
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            ["--scenario=smoke", $"--speed={Speed}", $"--Lab:DataDirectory={data}", .. args]);
        var app = await builder.BuildAsync();
        using var limit = new CancellationTokenSource(StartLimit, TimeProvider.System);
        await app.StartAsync(limit.Token);
        foreach (var name in (string[])["dashboard", "slow-api", "delivery-worker", "notification-api", "load-generator"])
        {
            await app.ResourceNotifications.WaitForResourceHealthyAsync(name, limit.Token);
        }

        return new Lab(app, data);
    }

    public HttpClient Client(string resource) => _app.CreateHttpClient(resource);

    /// <summary>The report of the run that the app host plays, once it is finished.</summary>
    public async Task<RunReport> ReportAsync()
    {
        using var dashboard = Client("dashboard");
        var report = await UntilAsync(async () =>
        {
            var runs = await dashboard.GetFromJsonAsync<List<FinishedRun>>("/api/runs", Json);
            return runs is [var first, ..] ? first.Report : null;
        });
        return report;
    }

    /// <summary>The run as it is now; null before it begins.</summary>
    public async Task<LiveRun?> LiveAsync()
    {
        using var dashboard = Client("dashboard");
        using var answer = await dashboard.GetAsync("/api/runs/current");
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<LiveRun>(Json) : null;
    }

    /// <summary>The process id of a resource, as its state tells.</summary>
    public async Task<int> ProcessIdAsync(string resource)
    {
        using var limit = new CancellationTokenSource(StartLimit, TimeProvider.System);
        var happened = await _app.ResourceNotifications.WaitForResourceAsync(
            resource, static found => found.Snapshot.Properties.Any(property => property.Name == "executable.pid"), limit.Token);
        var pid = happened.Snapshot.Properties.Single(property => property.Name == "executable.pid").Value;
        return Convert.ToInt32(pid, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until <paramref name="look"/> finds something, and not for ever.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        for (var start = TimeProvider.System.GetTimestamp(); ;)
        {
            if (await look() is { } found)
            {
                return found;
            }

            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(RunLimit, "Waited too long.");
            await Task.Delay(Interval, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private sealed record FinishedRun(string Id, RunReport Report);
}
