using System.Diagnostics;
using System.Net.Http.Json;
using AppHost.Lab;
using Scenarios.Reports;

namespace AppHost.Run;

/// <summary>What the conductor asks of the dashboard and of the load generator.</summary>
internal sealed class RunClient(DistributedApplicationModel model, IHttpClientFactory clients)
{
    public async Task BeginAsync(BeginRun run, CancellationToken cancellationToken)
    {
        using var answer = await Client(ResourceNames.Dashboard).PostAsJsonAsync("/api/runs", run, RunJson.Default.BeginRun, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
    }

    public async Task<LiveRun> WatchAsync(CancellationToken cancellationToken) =>
        (await Client(ResourceNames.Dashboard).GetFromJsonAsync("/api/runs/current", RunJson.Default.LiveRun, cancellationToken))!;

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

    public async Task<LoadRun> WatchLoadAsync(string id, CancellationToken cancellationToken)
    {
        // An activity of no source is not sampled, and the load generator follows it: looks would drown the traces of orders.
        using var unrecorded = new Activity("look").Start();
        return (await Client(ResourceNames.LoadGenerator).GetFromJsonAsync($"/runs/{id}", RunJson.Default.LoadRun, cancellationToken))!;
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
