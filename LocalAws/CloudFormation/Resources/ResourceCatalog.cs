using System.Collections.Frozen;

namespace LocalAws.CloudFormation.Resources;

/// <summary>All resource types.</summary>
internal sealed class ResourceCatalog(IEnumerable<ResourceType> types)
{
    private readonly FrozenDictionary<string, ResourceType> _types = types.ToFrozenDictionary(static type => type.Name);

    public ResourceType? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The type of a resource whose template was checked.</summary>
    public ResourceType Require(string name) => _types[name];
}
