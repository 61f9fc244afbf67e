namespace Amazon.EventBridge.Model;

/// <summary>A target that was not removed.</summary>
public partial class RemoveTargetsResultEntry
{
    /// <summary>Why.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The reason in words.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>The target's id.</summary>
    public string? TargetId { get; set; }
}
