using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The stack whose creation has begun.</summary>
public partial class CreateStackResponse : AmazonWebServiceResponse
{
    /// <summary>The stack's ARN.</summary>
    public string? StackId { get; set; }
}
