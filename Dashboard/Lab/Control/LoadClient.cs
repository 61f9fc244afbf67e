using System.Text.Json;

namespace Dashboard.Lab.Control;

/// <summary>The load generator.</summary>
internal sealed class LoadClient(LabHttp http)
{
    private static readonly Uri Runs = new("http://load-generator/runs");
    private static readonly Uri Latest = new("http://load-generator/runs/current");

    /// <summary>Begins to play a scenario.</summary>
    public Task<LabAnswer<LoadView>> PlayAsync(string scenario, CancellationToken cancellationToken) => http.AskAsync(
        HttpMethod.Post, Runs, JsonSerializer.Serialize(new(scenario), LabJson.Default.LoadOrder), LabJson.Default.LoadView, cancellationToken);

    /// <summary>The latest play, whoever began it.</summary>
    public Task<LabAnswer<LoadView>> FindAsync(CancellationToken cancellationToken) =>
        http.AskAsync(HttpMethod.Get, Latest, null, LabJson.Default.LoadView, cancellationToken);

    /// <summary>Ends the arrivals of the latest play.</summary>
    public Task<LabAnswer<LoadView>> StopAsync(CancellationToken cancellationToken) =>
        http.AskAsync(HttpMethod.Delete, Latest, null, LabJson.Default.LoadView, cancellationToken);
}
