namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command of a resource, as it stands now.</summary>
/// <param name="Name">The command.</param>
/// <param name="State">Whether it can be used.</param>
/// <param name="DisplayName">What to show.</param>
/// <param name="DisplayDescription">What it does.</param>
/// <param name="Parameter">What it is handed.</param>
/// <param name="ConfirmationMessage">What to ask first.</param>
/// <param name="IconName">An icon.</param>
/// <param name="IconVariant">The icon's form.</param>
/// <param name="IsHighlighted">Whether to show it prominently.</param>
public sealed record ResourceCommandSnapshot(
    string Name,
    ResourceCommandState State,
    string DisplayName,
    string? DisplayDescription,
    object? Parameter,
    string? ConfirmationMessage,
    string? IconName,
    IconVariant? IconVariant,
    bool IsHighlighted);
