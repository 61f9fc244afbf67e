namespace Dashboard.Resources;

/// <summary>A resource at one moment: one a replica.</summary>
public sealed record ResourceSnapshot
{
    /// <summary>Its name, which no other resource has; what console output and commands are asked for by.</summary>
    public required string Name { get; init; }

    /// <summary>The name in the application's model; replicas share it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Project, Executable, Container, Parameter, …</summary>
    public required string Type { get; init; }

    /// <summary>An id of this start of the application.</summary>
    public string Uid { get; init; } = "";

    /// <summary>Running, Exited, …; null before it has one.</summary>
    public string? State { get; init; }

    /// <summary>success, info, warning or error; null: as the state says.</summary>
    public string? StateStyle { get; init; }

    /// <summary>When it came to be.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it stopped; null while it runs.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>All health reports together; null when it has none or does not run.</summary>
    public ResourceHealth? Health { get; init; }

    /// <summary>Its environment variables by name.</summary>
    public IReadOnlyList<ResourceVariable> Environment { get; init; } = [];

    /// <summary>Where it answers, in the order in which to show them.</summary>
    public IReadOnlyList<ResourceUrl> Urls { get; init; } = [];

    /// <summary>What else is known of it (<see cref="ResourcePropertyNames"/>).</summary>
    public IReadOnlyList<ResourceProperty> Properties { get; init; } = [];

    /// <summary>What each health check says.</summary>
    public IReadOnlyList<ResourceHealthReport> HealthReports { get; init; } = [];

    /// <summary>Resources that it has to do with.</summary>
    public IReadOnlyList<ResourceRelation> Relations { get; init; } = [];

    /// <summary>What it can be told to do.</summary>
    public IReadOnlyList<ResourceCommand> Commands { get; init; } = [];

    /// <summary>Whether it is left out of the table unless asked for.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The name of its Fluent UI icon; null: one by its type.</summary>
    public string? IconName { get; init; }

    /// <summary>A property's value, or null.</summary>
    public string? Property(string name) => Properties.FirstOrDefault(property => property.Name == name)?.Value;
}
