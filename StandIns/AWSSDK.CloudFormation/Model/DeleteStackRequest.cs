namespace Amazon.CloudFormation.Model;

/// <summary>Deletes a stack and its resources.</summary>
public partial class DeleteStackRequest : AmazonCloudFormationRequest
{
    /// <summary>Makes the request safe to repeat.</summary>
    public string? ClientRequestToken { get; set; }

    /// <summary>Logical ids of resources to keep, for a stack in DELETE_FAILED.</summary>
    public List<string>? RetainResources { get; set; }

    /// <summary>The role that CloudFormation acts as.</summary>
    public string? RoleARN { get; set; }

    /// <summary>The stack's name or ARN.</summary>
    public string? StackName { get; set; }
}
