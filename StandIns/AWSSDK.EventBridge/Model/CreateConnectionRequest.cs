namespace Amazon.EventBridge.Model;

/// <summary>Creates a connection.</summary>
public partial class CreateConnectionRequest : AmazonEventBridgeRequest
{
    /// <summary>How calls are authorised.</summary>
    public ConnectionAuthorizationType? AuthorizationType { get; set; }

    /// <summary>What authorises them.</summary>
    public CreateConnectionAuthRequestParameters? AuthParameters { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>The key that encrypts its secret.</summary>
    public string? KmsKeyIdentifier { get; set; }

    /// <summary>Its name, unique in account and Region.</summary>
    public string? Name { get; set; }
}
