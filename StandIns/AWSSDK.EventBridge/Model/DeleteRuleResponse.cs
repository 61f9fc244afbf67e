using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The rule is deleted, or never was.</summary>
public partial class DeleteRuleResponse : AmazonWebServiceResponse;
