namespace Scenarios.Scripts;

/// <summary>An Artillery script, as far as it is honoured here.</summary>
public sealed record Script
{
    /// <summary>What Artillery waits for an answer when <c>config.http.timeout</c> does not say, s.</summary>
    public const double DefaultTimeoutSeconds = 10;

    /// <summary>The file's name without its extension: the scenario's name.</summary>
    public required string Name { get; init; }

    /// <summary><c>config.target</c>: where the requests go unless the player is told another address.</summary>
    public required Uri Target { get; init; }

    /// <summary>How long an answer is waited for, simulated time.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(DefaultTimeoutSeconds);

    /// <summary>The load, one phase after the other.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>What each virtual user does, one step after the other.</summary>
    public required IReadOnlyList<FlowStep> Flow { get; init; }
}
