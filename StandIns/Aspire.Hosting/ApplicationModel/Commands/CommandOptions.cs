namespace Aspire.Hosting.ApplicationModel;

/// <summary>What else there is to say about a command.</summary>
public class CommandOptions
{
    /// <summary>What it does.</summary>
    public string? Description { get; set; }

    /// <summary>What it is handed.</summary>
    public object? Parameter { get; set; }

    /// <summary>What to ask first.</summary>
    public string? ConfirmationMessage { get; set; }

    /// <summary>An icon.</summary>
    public string? IconName { get; set; }

    /// <summary>The icon's form.</summary>
    public IconVariant? IconVariant { get; set; }

    /// <summary>Whether to show it prominently.</summary>
    public bool IsHighlighted { get; set; }

    /// <summary>Whether it can be used, asked at each change of the resource. Default: always.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState>? UpdateState { get; set; }
}
