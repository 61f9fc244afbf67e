using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>Stacks as they are now.</summary>
public partial class DescribeStacksResponse : AmazonWebServiceResponse
{
    /// <summary>Where the next page begins; null: this is the last.</summary>
    public string? NextToken { get; set; }

    /// <summary>The stacks.</summary>
    public List<Stack>? Stacks { get; set; }
}
