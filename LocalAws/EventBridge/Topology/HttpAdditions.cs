using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LocalAws.EventBridge.Topology;

/// <summary>Parameters that a connection adds to requests.</summary>
internal sealed record HttpAdditions(
    ImmutableArray<HttpAddition> Headers, ImmutableArray<HttpAddition> Query, ImmutableArray<HttpAddition> Body)
{
    public static HttpAdditions None { get; } = new([], [], []);

    [JsonIgnore]
    public bool IsEmpty => Headers.IsEmpty && Query.IsEmpty && Body.IsEmpty;
}
