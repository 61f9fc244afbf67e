using System.Text.Json.Serialization;
using StandIns.Aws.Json;

namespace Amazon.SecretsManager.Model;

/// <summary>Creates a secret.</summary>
public partial class CreateSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>The first version's id; it makes the request safe to repeat. Null: the client makes one up.</summary>
    [JsonConverter(typeof(IdempotencyTokenConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ClientRequestToken { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>The key that encrypts it.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>Its name, unique in account and Region.</summary>
    public string? Name { get; set; }

    /// <summary>The first value, if it is binary.</summary>
    public MemoryStream? SecretBinary { get; set; }

    /// <summary>The first value, if it is text.</summary>
    public string? SecretString { get; set; }

    /// <summary>Its labels.</summary>
    public List<Tag>? Tags { get; set; }
}
