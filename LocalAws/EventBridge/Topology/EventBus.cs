using System.Collections.Immutable;

namespace LocalAws.EventBridge.Topology;

/// <summary>An event bus and its rules.</summary>
internal sealed record EventBus(string Name, string Arn, string? Description, DateTimeOffset Created)
{
    /// <summary>The bus that every account has and that cannot be deleted.</summary>
    public const string Default = "default";

    /// <summary>By name.</summary>
    public ImmutableSortedDictionary<string, Rule> Rules { get; init; } = ImmutableSortedDictionary.Create<string, Rule>(StringComparer.Ordinal);

    /// <summary>When anything of it changed last.</summary>
    public DateTimeOffset Modified { get; init; } = Created;

    /// <summary>Who may put events, a policy as JSON; null: its own account only. Kept and told: here everybody may.</summary>
    public string? Policy { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    /// <summary>The queue for events that cannot be read, as it was given.</summary>
    public string? DeadLetterArn { get; init; }

    /// <summary>How much it logs, as it was given; null: nothing was said.</summary>
    public BusLogging? Logging { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = EventTopology.NoTags;
}

/// <summary>How much a bus logs.</summary>
/// <param name="IncludeDetail">NONE or FULL.</param>
/// <param name="Level">OFF, ERROR, INFO or TRACE.</param>
internal sealed record BusLogging(string? IncludeDetail, string? Level);
