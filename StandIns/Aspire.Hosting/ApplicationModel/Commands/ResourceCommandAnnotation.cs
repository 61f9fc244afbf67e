namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource has a command.</summary>
/// <param name="name">The command.</param>
/// <param name="displayName">What to show.</param>
/// <param name="updateState">Whether it can be used.</param>
/// <param name="executeCommand">Carries it out.</param>
/// <param name="displayDescription">What it does.</param>
/// <param name="parameter">What it is handed.</param>
/// <param name="confirmationMessage">What to ask first.</param>
/// <param name="iconName">An icon.</param>
/// <param name="iconVariant">The icon's form.</param>
/// <param name="isHighlighted">Whether to show it prominently.</param>
public sealed class ResourceCommandAnnotation(
    string name,
    string displayName,
    Func<UpdateCommandStateContext, ResourceCommandState> updateState,
    Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
    string? displayDescription,
    object? parameter,
    string? confirmationMessage,
    string? iconName,
    IconVariant? iconVariant,
    bool isHighlighted) : IResourceAnnotation
{
    /// <summary>The command.</summary>
    public string Name { get; } = name;

    /// <summary>What to show.</summary>
    public string DisplayName { get; } = displayName;

    /// <summary>Whether it can be used.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState> UpdateState { get; } = updateState;

    /// <summary>Carries it out.</summary>
    public Func<ExecuteCommandContext, Task<ExecuteCommandResult>> ExecuteCommand { get; } = executeCommand;

    /// <summary>What it does.</summary>
    public string? DisplayDescription { get; } = displayDescription;

    /// <summary>What it is handed.</summary>
    public object? Parameter { get; } = parameter;

    /// <summary>What to ask first.</summary>
    public string? ConfirmationMessage { get; } = confirmationMessage;

    /// <summary>An icon.</summary>
    public string? IconName { get; } = iconName;

    /// <summary>The icon's form.</summary>
    public IconVariant? IconVariant { get; } = iconVariant;

    /// <summary>Whether to show it prominently.</summary>
    public bool IsHighlighted { get; } = isHighlighted;
}
