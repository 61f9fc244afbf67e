namespace Amazon.EventBridge.Model;

/// <summary>Deletes a rule without targets.</summary>
public partial class DeleteRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN. Null: the default bus.</summary>
    public string? EventBusName { get; set; }

    /// <summary>Whether a managed rule is deleted, too.</summary>
    public bool? Force { get; set; }

    /// <summary>The rule's name.</summary>
    public string? Name { get; set; }
}
