namespace Amazon.EventBridge.Model;

/// <summary>Adds targets to a rule, or replaces those of the same id.</summary>
public partial class PutTargetsRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN. Null: the default bus.</summary>
    public string? EventBusName { get; set; }

    /// <summary>The rule's name.</summary>
    public string? Rule { get; set; }

    /// <summary>The targets; a rule has 5 at most.</summary>
    public List<Target>? Targets { get; set; }
}
