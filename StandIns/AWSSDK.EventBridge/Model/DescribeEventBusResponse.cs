using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>An event bus as it is now.</summary>
public partial class DescribeEventBusResponse : AmazonWebServiceResponse
{
    /// <summary>Its ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>When it was created.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>Where events go that no target took.</summary>
    public DeadLetterConfig? DeadLetterConfig { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>The key that encrypts its events.</summary>
    public string? KmsKeyIdentifier { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Who may put events on it, a policy as JSON.</summary>
    public string? Policy { get; set; }
}
