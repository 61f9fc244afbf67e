namespace Amazon.EventBridge.Model;

/// <summary>Takes targets away from a rule.</summary>
public partial class RemoveTargetsRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN. Null: the default bus.</summary>
    public string? EventBusName { get; set; }

    /// <summary>Whether a managed rule's targets are removed, too.</summary>
    public bool? Force { get; set; }

    /// <summary>The targets' ids.</summary>
    public List<string>? Ids { get; set; }

    /// <summary>The rule's name.</summary>
    public string? Rule { get; set; }
}
