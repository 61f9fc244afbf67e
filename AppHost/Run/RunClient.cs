using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using AppHost.Lab;
using Scenarios.Reports;

namespace AppHost.Run;

/// <summary>What the conductor asks of the dashboard and of the load generator.</summary>
internal sealed class RunClient(DistributedApplicationModel model, IHttpClientFactory clients)
{
    /// <returns>The run's id.</returns>
    public async Task<string> BeginAsync(BeginRun run, CancellationToken cancellationToken)
    {
        using var answer = await Client(ResourceNames.Dashboard).PostAsJsonAsync("/api/runs", run, RunJson.Default.BeginRun, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
        return (await answer.Content.ReadFromJsonAsync(RunJson.Default.BegunRun, cancellationToken))!.Id;
    }

    public async Task<LiveRun> WatchAsync(CancellationToken cancellationToken) =>
        (await Client(ResourceNames.Dashboard).GetFromJsonAsync("/api/runs/current", RunJson.Default.LiveRun, cancellationToken))!;

    /// <summary>The report of a run that is finished; null: there is none.</summary>
    public async Task<RunReport?> FindReportAsync(string id, CancellationToken cancellationToken) =>
        (await FindAsync(ResourceNames.Dashboard, $"/api/runs/{id}", RunJson.Default.KeptRun, cancellationToken))?.Report;

    public async Task<RunReport> FinishAsync(FinishRun run, CancellationToken cancellationToken)
    {
        using var answer = await Client(ResourceNames.Dashboard)
            .PostAsJsonAsync("/api/runs/current/finish", run, RunJson.Default.FinishRun, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
        return (await answer.Content.ReadFromJsonAsync(RunJson.Default.RunReport, cancellationToken))!;
    }

    public async Task<LoadRun> PlayAsync(string scenario, CancellationToken cancellationToken)
    {
        using var answer = await Client(ResourceNames.LoadGenerator)
            .PostAsJsonAsync("/runs", new PlayScenario(scenario), RunJson.Default.PlayScenario, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
        return (await answer.Content.ReadFromJsonAsync(RunJson.Default.LoadRun, cancellationToken))!;
    }

    /// <summary>The load as it is now; null: this load generator knows nothing of it.</summary>
    public Task<LoadRun?> WatchLoadAsync(string id, CancellationToken cancellationToken) =>
        FindAsync(ResourceNames.LoadGenerator, $"/runs/{id}", RunJson.Default.LoadRun, cancellationToken);

    private async Task<T?> FindAsync<T>(string resource, string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        // An activity of no source is not sampled, and who is asked follows it: looks would drown the traces of orders.
        using var unrecorded = new Activity("look").Start();
        using var answer = await Client(resource).GetAsync(path, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await RequireSuccessAsync(answer, cancellationToken);
        return await answer.Content.ReadFromJsonAsync(type, cancellationToken);
    }

    private HttpClient Client(string resource)
    {
        var owner = model.Resources.OfType<ProjectResource>().Single(candidate => candidate.Name == resource);
        var client = clients.CreateClient(nameof(RunClient));
        client.BaseAddress = new Uri(owner.GetEndpoint("http").Url);
        return client;
    }

    private static async Task RequireSuccessAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"{answer.RequestMessage?.RequestUri} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }
}
