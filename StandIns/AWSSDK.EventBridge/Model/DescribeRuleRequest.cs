namespace Amazon.EventBridge.Model;

/// <summary>Asks for a rule.</summary>
public partial class DescribeRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN. Null: the default bus.</summary>
    public string? EventBusName { get; set; }

    /// <summary>The rule's name.</summary>
    public string? Name { get; set; }
}
