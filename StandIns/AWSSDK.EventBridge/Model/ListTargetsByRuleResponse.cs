using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The targets of a rule.</summary>
public partial class ListTargetsByRuleResponse : AmazonWebServiceResponse
{
    /// <summary>Where the next page begins; null: this is the last.</summary>
    public string? NextToken { get; set; }

    /// <summary>The targets.</summary>
    public List<Target>? Targets { get; set; }
}
