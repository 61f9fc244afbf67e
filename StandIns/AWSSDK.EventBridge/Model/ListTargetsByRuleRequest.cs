namespace Amazon.EventBridge.Model;

/// <summary>Asks for the targets of a rule.</summary>
public partial class ListTargetsByRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN. Null: the default bus.</summary>
    public string? EventBusName { get; set; }

    /// <summary>The most to return.</summary>
    public int? Limit { get; set; }

    /// <summary>Where the previous answer ended.</summary>
    public string? NextToken { get; set; }

    /// <summary>The rule's name.</summary>
    public string? Rule { get; set; }
}
