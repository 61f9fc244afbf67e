using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The new event bus.</summary>
public partial class CreateEventBusResponse : AmazonWebServiceResponse
{
    /// <summary>Where events go that no target took.</summary>
    public DeadLetterConfig? DeadLetterConfig { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Its ARN.</summary>
    public string? EventBusArn { get; set; }

    /// <summary>The key that encrypts its events.</summary>
    public string? KmsKeyIdentifier { get; set; }
}
