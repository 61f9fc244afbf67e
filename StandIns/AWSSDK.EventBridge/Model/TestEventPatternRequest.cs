namespace Amazon.EventBridge.Model;

/// <summary>Asks whether an event matches a pattern.</summary>
public partial class TestEventPatternRequest : AmazonEventBridgeRequest
{
    /// <summary>A whole event as JSON, envelope included.</summary>
    public string? Event { get; set; }

    /// <summary>The pattern as JSON.</summary>
    public string? EventPattern { get; set; }
}
