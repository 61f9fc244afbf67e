namespace Amazon.EventBridge.Model;

/// <summary>An event bus in a list.</summary>
public partial class EventBus
{
    /// <summary>Its ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>When it was created.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Who may put events on it, a policy as JSON.</summary>
    public string? Policy { get; set; }
}
