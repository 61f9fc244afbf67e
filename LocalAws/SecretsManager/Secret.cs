using System.Collections.Immutable;

namespace LocalAws.SecretsManager;

/// <summary>A secret with its versions, oldest first.</summary>
internal sealed record Secret(string Name, string Arn, DateTimeOffset CreatedAt)
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>When it or its value changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The day, in UTC, on which its value was read last; null: never.</summary>
    public DateTimeOffset? AccessedOn { get; init; }

    /// <summary>When it will be gone for good; null: it is not marked for deletion.</summary>
    public DateTimeOffset? DeletionAt { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The key that it is encrypted with; null: the account's own.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Its versions. Those without a label are deprecated: there, until newer ones need their place.</summary>
    public ImmutableList<SecretVersion> Versions { get; init; } = [];

    /// <summary>The version that a staging label points to; null: none does.</summary>
    public SecretVersion? AtStage(string stage) => Versions.LastOrDefault(version => version.Stages.Contains(stage));
}
