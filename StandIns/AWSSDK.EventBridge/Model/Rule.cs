namespace Amazon.EventBridge.Model;

/// <summary>A rule in a list.</summary>
public partial class Rule
{
    /// <summary>Its ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Its bus.</summary>
    public string? EventBusName { get; set; }

    /// <summary>Which events it takes, a pattern as JSON.</summary>
    public string? EventPattern { get; set; }

    /// <summary>The AWS service that it belongs to, if any.</summary>
    public string? ManagedBy { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The role that it acts as.</summary>
    public string? RoleArn { get; set; }

    /// <summary>When it fires by itself, instead of a pattern.</summary>
    public string? ScheduleExpression { get; set; }

    /// <summary>Whether it acts.</summary>
    public RuleState? State { get; set; }
}
