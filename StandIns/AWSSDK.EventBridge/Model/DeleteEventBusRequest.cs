namespace Amazon.EventBridge.Model;

/// <summary>Deletes an event bus.</summary>
public partial class DeleteEventBusRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus's name.</summary>
    public string? Name { get; set; }
}
