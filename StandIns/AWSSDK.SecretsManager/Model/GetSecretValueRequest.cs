namespace Amazon.SecretsManager.Model;

/// <summary>Asks for the value of a secret.</summary>
public partial class GetSecretValueRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret's name or ARN.</summary>
    public string? SecretId { get; set; }

    /// <summary>The version, by its id.</summary>
    public string? VersionId { get; set; }

    /// <summary>The version, by its label. Default AWSCURRENT.</summary>
    public string? VersionStage { get; set; }
}
