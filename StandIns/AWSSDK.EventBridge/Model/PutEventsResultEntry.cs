namespace Amazon.EventBridge.Model;

/// <summary>What became of one event.</summary>
public partial class PutEventsResultEntry
{
    /// <summary>Why it was not put; null if it was.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The reason in words.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>Its id on the bus; null if it was not put.</summary>
    public string? EventId { get; set; }
}
