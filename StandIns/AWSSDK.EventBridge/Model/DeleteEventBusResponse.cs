using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The bus is deleted, or never was.</summary>
public partial class DeleteEventBusResponse : AmazonWebServiceResponse;
