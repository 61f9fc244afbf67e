using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The stack whose update has begun.</summary>
public partial class UpdateStackResponse : AmazonWebServiceResponse
{
    /// <summary>The stack's ARN.</summary>
    public string? StackId { get; set; }
}
