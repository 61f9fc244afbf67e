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
}
