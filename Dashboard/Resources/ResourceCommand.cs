namespace Dashboard.Resources;

/// <summary>What a resource can be told to do.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="DisplayName">What to call it.</param>
/// <param name="State">Whether it can be given now.</param>
public sealed record ResourceCommand(string Name, string DisplayName, ResourceCommandState State)
{
    /// <summary>The start command of processes.</summary>
    public const string Start = "resource-start";

    /// <summary>The stop command of processes.</summary>
    public const string Stop = "resource-stop";

    /// <summary>The restart command of processes.</summary>
    public const string Restart = "resource-restart";

    /// <summary>What it does, in a sentence; null: the name says it.</summary>
    public string? Description { get; init; }

    /// <summary>The question to ask first; null: none.</summary>
    public string? ConfirmationMessage { get; init; }

    /// <summary>Whether it has a button of its own beside the menu.</summary>
    public bool IsHighlighted { get; init; }

    /// <summary>The name of its Fluent UI icon.</summary>
    public string? IconName { get; init; }

    /// <summary>Whether the icon is filled.</summary>
    public bool IsIconFilled { get; init; }
}
