using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The new connection.</summary>
public partial class CreateConnectionResponse : AmazonWebServiceResponse
{
    /// <summary>Its ARN.</summary>
    public string? ConnectionArn { get; set; }

    /// <summary>Where it stands.</summary>
    public ConnectionState? ConnectionState { get; set; }

    /// <summary>When it was created.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime? LastModifiedTime { get; set; }
}
