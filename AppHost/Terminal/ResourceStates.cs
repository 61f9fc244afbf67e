using System.Collections.Concurrent;
using AppHost.Lab;

namespace AppHost.Terminal;

/// <summary>What one resource looks like now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">Its state, or its health where that says more.</param>
/// <param name="Url">Where it answers, or empty.</param>
internal sealed record ResourceLine(string Name, string State, string Url)
{
    /// <summary>The state of what is on its way up, also when its process already runs.</summary>
    public const string Starting = "Starting";

    /// <summary>Whether it is the dashboard and can be opened.</summary>
    public bool IsHealthyDashboard => this is { Name: ResourceNames.Dashboard, State: "Healthy", Url.Length: > 0 };
}

/// <summary>Follows the states of all resources.</summary>
internal sealed class ResourceStates(DistributedApplicationModel model, ResourceNotificationService resources)
{
    private readonly ConcurrentDictionary<string, ResourceLine> _lines = new(StringComparer.Ordinal);
    private readonly StartingHealth _health = new();

    /// <summary>The resources, in the order of the app host.</summary>
    public IReadOnlyList<ResourceLine> Lines =>
        [.. model.Resources.Where(resource => _lines.ContainsKey(resource.Name)).Select(resource => _lines[resource.Name])];

    /// <summary>Follows until cancelled.</summary>
    /// <param name="changed">Called for each change that a user would see.</param>
    public async Task FollowAsync(Action<ResourceLine> changed, CancellationToken cancellationToken)
    {
        await foreach (var happened in resources.WatchAsync(cancellationToken))
        {
            var known = _lines.GetValueOrDefault(happened.Resource.Name);
            var line = Describe(happened);
            _lines[line.Name] = line;

            // Where it will answer is worth a line when it does.
            if (known?.State != line.State || (known.Url != line.Url && line.State != ResourceLine.Starting))
            {
                changed(line);
            }
        }
    }

    private ResourceLine Describe(ResourceEvent happened)
    {
        var snapshot = happened.Snapshot;
        var state = snapshot.State?.Text ?? "";
        var health = _health.Tell(happened.Resource.Name, snapshot.StartTimeStamp, snapshot.HealthStatus);
        state = state == KnownResourceStates.Running && health is not null ? health : state;
        state = snapshot.ExitCode is { } code && KnownResourceStates.TerminalStates.Contains(state) ? $"{state} ({code})" : state;
        return new ResourceLine(happened.Resource.Name, state, snapshot.Urls.FirstOrDefault(url => !url.IsInternal)?.Url ?? "");
    }
}
