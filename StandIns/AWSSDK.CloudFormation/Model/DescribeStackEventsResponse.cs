using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>What has happened to a stack.</summary>
public partial class DescribeStackEventsResponse : AmazonWebServiceResponse
{
    /// <summary>Where the next page begins; null: this is the last.</summary>
    public string? NextToken { get; set; }

    /// <summary>The events, newest first.</summary>
    public List<StackEvent>? StackEvents { get; set; }
}
