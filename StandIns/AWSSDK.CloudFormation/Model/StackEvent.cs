namespace Amazon.CloudFormation.Model;

/// <summary>One step of a stack's life.</summary>
public partial class StackEvent
{
    /// <summary>The token of the request that caused it.</summary>
    public string? ClientRequestToken { get; set; }

    /// <summary>Its unique id.</summary>
    public string? EventId { get; set; }

    /// <summary>The resource's name in the template; the stack's name for the stack itself.</summary>
    public string? LogicalResourceId { get; set; }

    /// <summary>The resource's own identity.</summary>
    public string? PhysicalResourceId { get; set; }

    /// <summary>The resource's properties as JSON.</summary>
    public string? ResourceProperties { get; set; }

    /// <summary>Where the resource stands.</summary>
    public ResourceStatus? ResourceStatus { get; set; }

    /// <summary>Why it stands there, chiefly after a failure.</summary>
    public string? ResourceStatusReason { get; set; }

    /// <summary>The resource's type, such as AWS::SQS::Queue.</summary>
    public string? ResourceType { get; set; }

    /// <summary>The stack's ARN.</summary>
    public string? StackId { get; set; }

    /// <summary>The stack's name.</summary>
    public string? StackName { get; set; }

    /// <summary>When it happened.</summary>
    public DateTime? Timestamp { get; set; }
}
