using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The rule created or replaced.</summary>
public partial class PutRuleResponse : AmazonWebServiceResponse
{
    /// <summary>Its ARN.</summary>
    public string? RuleArn { get; set; }
}
