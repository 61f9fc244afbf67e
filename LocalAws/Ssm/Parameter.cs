using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LocalAws.Ssm;

/// <summary>One version of a parameter.</summary>
internal sealed record Parameter(string Name, string Arn, string Type, string Value, long Version, DateTimeOffset ModifiedAt)
{
    public const string Secure = "SecureString";

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary><c>text</c>, or another of AWS's data types.</summary>
    public string DataType { get; init; } = "text";

    /// <summary>Standard or Advanced.</summary>
    public string Tier { get; init; } = "Standard";

    /// <summary>The pattern that values must match; null: any value will do.</summary>
    public string? AllowedPattern { get; init; }

    /// <summary>The key of a SecureString; null for the other types.</summary>
    public string? KeyId { get; init; }

    /// <summary>When it goes, and of what somebody is to be told; those of the latest version count.</summary>
    public ImmutableList<ParameterPolicy> Policies { get; init; } = [];

    /// <summary>When the parameter goes; null: it stays.</summary>
    [JsonIgnore]
    public DateTimeOffset? ExpiresAt => Policies.Find(static policy => policy.Type == ParameterPolicy.Expiration)?.Timestamp;

    /// <summary>The labels that point to this version.</summary>
    public ImmutableSortedSet<string> Labels { get; init; } = [];

    /// <summary>The record's text, which may end up in a log, without the value.</summary>
    public override string ToString() => $"{Name}:{Version}";
}
