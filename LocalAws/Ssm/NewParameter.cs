using System.Collections.Immutable;

namespace LocalAws.Ssm;

/// <summary>What a caller puts.</summary>
internal sealed record NewParameter(string Name, string Value)
{
    /// <summary>String, StringList or SecureString; null: that of the version before.</summary>
    public string? Type { get; init; }

    /// <summary>What it is for; null: that of the version before.</summary>
    public string? Description { get; init; }

    /// <summary>Whether an existing parameter gets a new version.</summary>
    public bool Overwrite { get; init; }

    /// <summary>The pattern that the value must match; null: that of the version before.</summary>
    public string? AllowedPattern { get; init; }

    /// <summary>text, aws:ec2:image or aws:ssm:integration.</summary>
    public string? DataType { get; init; }

    /// <summary>Standard, Advanced or Intelligent-Tiering.</summary>
    public string? Tier { get; init; }

    /// <summary>The key that a SecureString is encrypted with; null: the account's own.</summary>
    public string? KeyId { get; init; }

    /// <summary>Its policies; null: those of the version before.</summary>
    public ImmutableList<ParameterPolicy>? Policies { get; init; }

    /// <summary>The tags of a new parameter.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
