namespace Amazon.EventBridge.Model;

/// <summary>Puts up to 10 events on event buses.</summary>
public partial class PutEventsRequest : AmazonEventBridgeRequest
{
    /// <summary>The global endpoint to use, if any.</summary>
    public string? EndpointId { get; set; }

    /// <summary>The events, 1 to 10.</summary>
    public List<PutEventsRequestEntry>? Entries { get; set; }
}
