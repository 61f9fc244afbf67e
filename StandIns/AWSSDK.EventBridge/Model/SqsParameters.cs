namespace Amazon.EventBridge.Model;

/// <summary>Settings of a FIFO queue as a target.</summary>
public partial class SqsParameters
{
    /// <summary>The message group to send to.</summary>
    public string? MessageGroupId { get; set; }
}
