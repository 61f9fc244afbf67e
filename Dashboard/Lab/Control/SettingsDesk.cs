using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Runs;
using Scenarios.Settings;

namespace Dashboard.Lab.Control;

/// <summary>
/// The settings of the running services: what applies now, and changes to it. All services that read settings get every
/// change, so that they agree.
/// </summary>
internal sealed class SettingsDesk(
    LabHttp http, SystemSettings atStart, RunBook book, Audience audience, TimeProvider clock, IConfiguration configuration) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private static readonly Uri[] Services = [new("http://slow-api/settings"), new("http://delivery-worker/settings")];

    private volatile LabAnswer<SettingsView>? _latest;
    private int _changes;

    /// <summary>The scenario whose settings the system was started with.</summary>
    public string ScenarioAtStart { get; } = configuration["Scenario"] is { Length: > 0 } named ? named : SettingsExtensions.DefaultScenario;

    /// <summary>The queue's name, which never changes.</summary>
    public string QueueName => atStart.EventSource.QueueName;

    /// <summary>What applies now, as far as it is known.</summary>
    public SystemSettings Effective => _latest?.Value?.Settings ?? atStart;

    /// <summary>What the services last said; null: they were not asked yet.</summary>
    public LabAnswer<SettingsView>? Latest => _latest;

    /// <summary>Asks what applies now.</summary>
    public async Task<LabAnswer<SettingsView>> ReadAsync(CancellationToken cancellationToken)
    {
        var changes = Volatile.Read(ref _changes);
        List<LabAnswer<SettingsView>> answers = [];
        foreach (var service in Services)
        {
            answers.Add(await http.AskAsync(HttpMethod.Get, service, null, SettingsJson.Default.SettingsView, cancellationToken));
        }

        var answer = Together(answers);
        if (changes == Volatile.Read(ref _changes))
        {
            // What was answered before a change says nothing about what applies after it.
            Take(answer);
        }

        return answer;
    }

    /// <summary>Changes one setting, such as <c>SlowApi:FaultRate</c>.</summary>
    /// <returns>The settings then, or why it is refused.</returns>
    public Task<LabAnswer<SettingsView>> ChangeAsync(string key, string value, CancellationToken cancellationToken)
    {
        JsonNode body = JsonValue.Create(value);
        foreach (var part in key.Split(':').Reverse())
        {
            body = new JsonObject { [part] = body };
        }

        return PutAsync(body, cancellationToken);
    }

    /// <summary>Gives every service the settings of a scenario, and takes back what was changed since.</summary>
    public Task<LabAnswer<SettingsView>> UseScenarioAsync(string scenario, CancellationToken cancellationToken) =>
        PutAsync(new JsonObject { ["scenario"] = scenario }, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Interval, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (audience.IsWatching || book.IsOn)
                {
                    await ReadAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    private static LabAnswer<SettingsView> Together(List<LabAnswer<SettingsView>> answers)
    {
        if (answers.Find(answer => answer.Problem is not null) is { } missing)
        {
            return missing;
        }

        if (answers.TrueForAll(answer => answer.Value!.Settings == answers[0].Value!.Settings))
        {
            return answers[0];
        }

        // What applies is what the service has that goes by it.
        var (downstream, function) = (answers[0].Value!, answers[^1].Value!);
        return new(
            function with { Settings = function.Settings with { SlowApi = downstream.Settings.SlowApi } },
            "slow-api and delivery-worker have different settings: apply a scenario's to make them agree.");
    }

    private void Take(LabAnswer<SettingsView> answer)
    {
        _latest = answer;
        if (answer.Value is { } view)
        {
            book.NoteSettings(view.Settings);
        }
    }

    private async Task<LabAnswer<SettingsView>> PutAsync(JsonNode body, CancellationToken cancellationToken)
    {
        var text = body.ToJsonString(JsonSerializerOptions.Web);
        List<LabAnswer<SettingsView>> answers = [];
        foreach (var service in Services)
        {
            var answer = await http.AskAsync(HttpMethod.Put, service, text, SettingsJson.Default.SettingsView, cancellationToken);
            answers.Add(answer);
            if (answer.Problem is not null)
            {
                // The first refuses what the others would refuse too: they read by the same rules.
                return answer;
            }
        }

        Interlocked.Increment(ref _changes);
        var together = Together(answers);
        Take(together);
        return together;
    }
}
