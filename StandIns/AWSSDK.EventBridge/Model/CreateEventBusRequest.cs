namespace Amazon.EventBridge.Model;

/// <summary>Creates an event bus.</summary>
public partial class CreateEventBusRequest : AmazonEventBridgeRequest
{
    /// <summary>Where events go that no target took.</summary>
    public DeadLetterConfig? DeadLetterConfig { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>The partner event source behind it, if any.</summary>
    public string? EventSourceName { get; set; }

    /// <summary>The key that encrypts its events.</summary>
    public string? KmsKeyIdentifier { get; set; }

    /// <summary>Its name, unique in account and Region.</summary>
    public string? Name { get; set; }

    /// <summary>Its labels.</summary>
    public List<Tag>? Tags { get; set; }
}
