namespace Aspire.Hosting.ApplicationModel;

/// <summary>The form of an icon.</summary>
public enum IconVariant
{
    /// <summary>Outlined.</summary>
    Regular = 0,

    /// <summary>Filled.</summary>
    Filled = 1,
}
