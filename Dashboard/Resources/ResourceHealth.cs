namespace Dashboard.Resources;

/// <summary>How well a resource is.</summary>
public enum ResourceHealth
{
    /// <summary>It works.</summary>
    Healthy,

    /// <summary>It works, with something amiss.</summary>
    Degraded,

    /// <summary>It does not work, or was not looked at yet.</summary>
    Unhealthy,
}
