namespace Amazon.CloudFormation.Model;

/// <summary>Asks for what has happened to a stack.</summary>
public partial class DescribeStackEventsRequest : AmazonCloudFormationRequest
{
    /// <summary>Where the previous answer ended.</summary>
    public string? NextToken { get; set; }

    /// <summary>The stack's name or ARN.</summary>
    public string? StackName { get; set; }
}
