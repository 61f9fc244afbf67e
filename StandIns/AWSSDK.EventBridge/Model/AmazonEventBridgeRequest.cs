using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>What every request to EventBridge is.</summary>
public partial class AmazonEventBridgeRequest : AmazonWebServiceRequest;
