using System.Text.Json.Serialization;

namespace LocalAws.EventBridge.Topology;

/// <summary>An archive of the events of a bus. The events themselves are in the archive store.</summary>
/// <param name="Bus">The name of the bus.</param>
internal sealed record Archive(string Name, string Arn, string Bus, DateTimeOffset Created)
{
    /// <summary>Who manages the rule of an archive.</summary>
    public const string Manager = "prod.vhs.events.aws.internal";

    public string? Description { get; init; }

    /// <summary>Which events it keeps; null: all.</summary>
    public string? Pattern { get; init; }

    /// <summary>How long it keeps them; 0: for ever.</summary>
    public int RetentionDays { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    /// <summary>The rule on the bus that fills it.</summary>
    [JsonIgnore]
    public string RuleName => $"Events-Archive-{Name}";
}
