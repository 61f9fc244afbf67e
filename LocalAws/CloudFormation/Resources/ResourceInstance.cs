using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace LocalAws.CloudFormation.Resources;

/// <summary>A resource that exists.</summary>
/// <param name="PhysicalId">Its id in its service; what Ref gives.</param>
/// <param name="Attributes">What GetAtt gives.</param>
internal sealed record ResourceInstance(string PhysicalId, ImmutableSortedDictionary<string, string> Attributes)
{
    /// <summary>The evaluated properties that it was made of.</summary>
    public JsonObject Properties { get; init; } = [];

    public static ResourceInstance Of(string physicalId, params IEnumerable<(string Name, string Value)> attributes) =>
        new(physicalId, attributes.ToImmutableSortedDictionary(static pair => pair.Name, static pair => pair.Value, StringComparer.Ordinal));
}
