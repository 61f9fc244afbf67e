using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The new secret.</summary>
public partial class CreateSecretResponse : AmazonWebServiceResponse
{
    /// <summary>Its ARN.</summary>
    public string? ARN { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The first version's id; null if no value was given.</summary>
    public string? VersionId { get; set; }
}
