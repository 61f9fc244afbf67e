using Dashboard.Resources;

namespace Dashboard.Components.Pages.Resources;

/// <summary>What to call a resource among others.</summary>
internal static class ResourceNames
{
    /// <summary>The name in the model, or, among replicas, the one that only it has.</summary>
    public static string Of(ResourceSnapshot resource, IReadOnlyList<ResourceSnapshot> all) =>
        all.Count(other => !other.IsHidden && other.DisplayName == resource.DisplayName) > 1 ? VisibleText.Of(resource.Name) : resource.DisplayName;
}
