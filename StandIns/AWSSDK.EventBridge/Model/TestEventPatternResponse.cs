using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Whether the event matches.</summary>
public partial class TestEventPatternResponse : AmazonWebServiceResponse
{
    /// <summary>True if it does.</summary>
    public bool? Result { get; set; }
}
