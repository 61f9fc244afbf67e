namespace Amazon.EventBridge.Model;

/// <summary>Creates an API destination.</summary>
public partial class CreateApiDestinationRequest : AmazonEventBridgeRequest
{
    /// <summary>The connection that authorises its calls.</summary>
    public string? ConnectionArn { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>The method of its calls.</summary>
    public ApiDestinationHttpMethod? HttpMethod { get; set; }

    /// <summary>The URL that is called.</summary>
    public string? InvocationEndpoint { get; set; }

    /// <summary>The most calls a second. Default 300.</summary>
    public int? InvocationRateLimitPerSecond { get; set; }

    /// <summary>Its name, unique in account and Region.</summary>
    public string? Name { get; set; }
}
