using System.Collections.Immutable;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;

namespace LocalAws.EventBridge.Operations;

/// <summary>Tags as requests and answers spell them.</summary>
internal static class Tags
{
    private const int MostTags = 50;

    /// <summary>The tags with those of the request, of which one with the key of another replaces it.</summary>
    /// <exception cref="Protocol.AwsException">A tag is none, or there are more than 50.</exception>
    public static ImmutableSortedDictionary<string, string> With(
        this ImmutableSortedDictionary<string, string> tags, IReadOnlyList<TagEntry?>? entries)
    {
        var constraints = new Constraints();
        for (var index = 0; index < (entries?.Count ?? 0); index++)
        {
            var member = $"tags.{index + 1}.member";
            constraints
                .Required($"{member}.key", entries![index]?.Key).Length($"{member}.key", entries[index]?.Key, 128)
                .Required($"{member}.value", entries[index]?.Value).Length($"{member}.value", entries[index]?.Value, 256, shortest: 0);
        }

        constraints.Enforce();
        var all = tags.SetItems((entries ?? []).Select(static entry => KeyValuePair.Create(entry!.Key!, entry.Value!)));
        return all.Count <= MostTags ? all : throw TopologyErrors.LimitExceeded();
    }
}
