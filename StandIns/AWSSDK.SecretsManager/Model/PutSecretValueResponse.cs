using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The new version.</summary>
public partial class PutSecretValueResponse : AmazonWebServiceResponse
{
    /// <summary>The secret's ARN.</summary>
    public string? ARN { get; set; }

    /// <summary>The secret's name.</summary>
    public string? Name { get; set; }

    /// <summary>The version's id.</summary>
    public string? VersionId { get; set; }

    /// <summary>The version's labels.</summary>
    public List<string>? VersionStages { get; set; }
}
