namespace Amazon.EventBridge.Model;

/// <summary>Asks for an event bus.</summary>
public partial class DescribeEventBusRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus's name or ARN. Null: the default bus.</summary>
    public string? Name { get; set; }
}
