namespace Amazon.EventBridge.Model;

/// <summary>An API key in a header.</summary>
public partial class CreateConnectionApiKeyAuthRequestParameters
{
    /// <summary>The header's name.</summary>
    public string? ApiKeyName { get; set; }

    /// <summary>The key.</summary>
    public string? ApiKeyValue { get; set; }
}
