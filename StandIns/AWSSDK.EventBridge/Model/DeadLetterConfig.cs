namespace Amazon.EventBridge.Model;

/// <summary>A queue for what could not be delivered.</summary>
public partial class DeadLetterConfig
{
    /// <summary>The queue's ARN.</summary>
    public string? Arn { get; set; }
}
