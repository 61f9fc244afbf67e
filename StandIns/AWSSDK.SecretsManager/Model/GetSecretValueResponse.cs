using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>A version of a secret.</summary>
public partial class GetSecretValueResponse : AmazonWebServiceResponse
{
    /// <summary>The secret's ARN.</summary>
    public string? ARN { get; set; }

    /// <summary>When the version was created.</summary>
    public DateTime? CreatedDate { get; set; }

    /// <summary>The secret's name.</summary>
    public string? Name { get; set; }

    /// <summary>The value, if it is binary.</summary>
    public MemoryStream? SecretBinary { get; set; }

    /// <summary>The value, if it is text.</summary>
    public string? SecretString { get; set; }

    /// <summary>The version's id.</summary>
    public string? VersionId { get; set; }

    /// <summary>The version's labels.</summary>
    public List<string>? VersionStages { get; set; }
}
