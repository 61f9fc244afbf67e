namespace Amazon.EventBridge.Model;

/// <summary>HTTP basic authentication.</summary>
public partial class CreateConnectionBasicAuthRequestParameters
{
    /// <summary>The password.</summary>
    public string? Password { get; set; }

    /// <summary>The user name.</summary>
    public string? Username { get; set; }
}
