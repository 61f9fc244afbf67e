namespace Amazon.CloudFormation.Model;

/// <summary>A stack as it is now.</summary>
public partial class Stack
{
    /// <summary>What its template may do.</summary>
    public List<string>? Capabilities { get; set; }

    /// <summary>The change set that it was made from.</summary>
    public string? ChangeSetId { get; set; }

    /// <summary>When its creation began.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When its deletion began.</summary>
    public DateTime? DeletionTime { get; set; }

    /// <summary>The template's description.</summary>
    public string? Description { get; set; }

    /// <summary>Whether a failed change stays.</summary>
    public bool? DisableRollback { get; set; }

    /// <summary>Whether it refuses to be deleted.</summary>
    public bool? EnableTerminationProtection { get; set; }

    /// <summary>When its last update began; null: never updated.</summary>
    public DateTime? LastUpdatedTime { get; set; }

    /// <summary>SNS topics that get its events.</summary>
    public List<string>? NotificationARNs { get; set; }

    /// <summary>What it gives out.</summary>
    public List<Output>? Outputs { get; set; }

    /// <summary>The values of its parameters; those declared NoEcho are masked.</summary>
    public List<Parameter>? Parameters { get; set; }

    /// <summary>The role that CloudFormation acts as.</summary>
    public string? RoleARN { get; set; }

    /// <summary>Its ARN.</summary>
    public string? StackId { get; set; }

    /// <summary>Its name.</summary>
    public string? StackName { get; set; }

    /// <summary>Where it stands.</summary>
    public StackStatus? StackStatus { get; set; }

    /// <summary>Why it stands there, chiefly after a failure.</summary>
    public string? StackStatusReason { get; set; }

    /// <summary>Its labels.</summary>
    public List<Tag>? Tags { get; set; }

    /// <summary>How long its creation may take.</summary>
    public int? TimeoutInMinutes { get; set; }
}
