using System.Text.Json.Serialization;
using StandIns.Aws.Json;

namespace Amazon.SecretsManager.Model;

/// <summary>Adds a version to a secret.</summary>
public partial class PutSecretValueRequest : AmazonSecretsManagerRequest
{
    /// <summary>The version's id; it makes the request safe to repeat. Null: the client makes one up.</summary>
    [JsonConverter(typeof(IdempotencyTokenConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ClientRequestToken { get; set; }

    /// <summary>The value, if it is binary.</summary>
    public MemoryStream? SecretBinary { get; set; }

    /// <summary>The secret's name or ARN.</summary>
    public string? SecretId { get; set; }

    /// <summary>The value, if it is text.</summary>
    public string? SecretString { get; set; }

    /// <summary>The version's labels. Default AWSCURRENT.</summary>
    public List<string>? VersionStages { get; set; }
}
