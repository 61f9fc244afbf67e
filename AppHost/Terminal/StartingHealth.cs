using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AppHost.Terminal;

/// <summary>Tells what is not healthy yet from what is not healthy any more. Not for several threads at once.</summary>
internal sealed class StartingHealth
{
    /// <summary>By name: when that had been started which has been healthy since.</summary>
    private readonly Dictionary<string, DateTime?> _healthy = new(StringComparer.Ordinal);

    /// <summary>How healthy a resource is: <see cref="ResourceLine.Starting"/> until it was healthy once since its start.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="started">When it was started last.</param>
    /// <param name="health">What its checks say; null: it does not run.</param>
    /// <returns>Null if it does not run.</returns>
    public string? Tell(string name, DateTime? started, HealthStatus? health)
    {
        switch (health)
        {
            case null:
                _healthy.Remove(name);
                return null;
            case HealthStatus.Healthy:
                _healthy[name] = started;
                break;
            default:
                if (!_healthy.TryGetValue(name, out var since) || since != started)
                {
                    return ResourceLine.Starting;
                }

                break;
        }

        return health.ToString();
    }
}
