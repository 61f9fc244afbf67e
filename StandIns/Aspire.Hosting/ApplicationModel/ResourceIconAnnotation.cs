namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource has an icon.</summary>
/// <param name="iconName">The icon.</param>
/// <param name="iconVariant">Its form.</param>
public sealed class ResourceIconAnnotation(string iconName, IconVariant iconVariant = IconVariant.Filled) : IResourceAnnotation
{
    /// <summary>The icon.</summary>
    public string IconName { get; } = iconName;

    /// <summary>Its form.</summary>
    public IconVariant IconVariant { get; } = iconVariant;
}
