namespace AppHost.Lab;

/// <summary>The section <c>Load</c>.</summary>
public sealed record LoadOptions
{
    /// <summary>Whether the scenario is played as soon as everything is healthy. Default true.</summary>
    public bool AutoStart { get; init; } = true;
}
