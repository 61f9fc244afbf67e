namespace Amazon.EventBridge.Model;

/// <summary>Creates a rule or replaces it.</summary>
public partial class PutRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>The bus, by name or ARN. Null: the default bus.</summary>
    public string? EventBusName { get; set; }

    /// <summary>Which events it takes, a pattern as JSON.</summary>
    public string? EventPattern { get; set; }

    /// <summary>Its name, unique on the bus.</summary>
    public string? Name { get; set; }

    /// <summary>The role that it acts as.</summary>
    public string? RoleArn { get; set; }

    /// <summary>When it fires by itself, instead of a pattern.</summary>
    public string? ScheduleExpression { get; set; }

    /// <summary>Whether it acts. Default ENABLED.</summary>
    public RuleState? State { get; set; }

    /// <summary>Its labels.</summary>
    public List<Tag>? Tags { get; set; }
}
