namespace Amazon.EventBridge.Model;

/// <summary>What authorises the calls of a connection.</summary>
public partial class CreateConnectionAuthRequestParameters
{
    /// <summary>For API_KEY.</summary>
    public CreateConnectionApiKeyAuthRequestParameters? ApiKeyAuthParameters { get; set; }

    /// <summary>For BASIC.</summary>
    public CreateConnectionBasicAuthRequestParameters? BasicAuthParameters { get; set; }
}
