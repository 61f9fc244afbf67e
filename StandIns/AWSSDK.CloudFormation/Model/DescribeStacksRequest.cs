namespace Amazon.CloudFormation.Model;

/// <summary>Asks for one stack or for all.</summary>
public partial class DescribeStacksRequest : AmazonCloudFormationRequest
{
    /// <summary>Where the previous answer ended.</summary>
    public string? NextToken { get; set; }

    /// <summary>The stack's name or ARN; a deleted stack has only its ARN. Null: all stacks.</summary>
    public string? StackName { get; set; }
}
