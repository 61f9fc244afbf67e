namespace Dashboard.Telemetry;

/// <summary>Where telemetry comes from.</summary>
internal sealed record Resource(ResourceKey Key, ResourceClock Clock, IReadOnlyList<Tag> Tags)
{
    /// <summary>Its number in the store.</summary>
    public int Id { get; init; }
}
