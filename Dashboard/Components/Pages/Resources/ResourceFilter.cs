using Dashboard.Resources;

namespace Dashboard.Components.Pages.Resources;

/// <summary>Which resources the page shows.</summary>
/// <param name="Text">In the name, the type, the state or the source.</param>
/// <param name="Type">Of this type only; empty: of all.</param>
/// <param name="ShowsHidden">Hidden ones too.</param>
internal sealed record ResourceFilter(string Text, string Type, bool ShowsHidden)
{
    /// <summary>The resources that pass, in their order.</summary>
    public IReadOnlyList<ResourceSnapshot> Apply(IReadOnlyList<ResourceSnapshot> resources) =>
        [.. resources.Where(resource => (ShowsHidden || !resource.IsHidden) && (Type.Length == 0 || resource.Type == Type) && Mentions(resource))];

    private bool Mentions(ResourceSnapshot resource) =>
        Text.Length == 0
        || Contains(resource.Name)
        || Contains(resource.DisplayName)
        || Contains(resource.Type)
        || Contains(StateText.Word(resource))
        || Contains(resource.Property(ResourcePropertyNames.Source));

    private bool Contains(string? where) => where?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true;
}
