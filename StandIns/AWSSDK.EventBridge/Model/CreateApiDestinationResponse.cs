using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The new API destination.</summary>
public partial class CreateApiDestinationResponse : AmazonWebServiceResponse
{
    /// <summary>Its ARN.</summary>
    public string? ApiDestinationArn { get; set; }

    /// <summary>Where it stands.</summary>
    public ApiDestinationState? ApiDestinationState { get; set; }

    /// <summary>When it was created.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime? LastModifiedTime { get; set; }
}
