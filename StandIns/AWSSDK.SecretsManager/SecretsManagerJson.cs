using System.Text.Json.Serialization;
using Amazon.SecretsManager.Model;
using StandIns.Aws.Json;

namespace Amazon.SecretsManager;

/// <summary>The service's requests and answers as JSON, member by member under their own names.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BinaryConverter)])]
[JsonSerializable(typeof(GetSecretValueRequest))]
[JsonSerializable(typeof(GetSecretValueResponse))]
[JsonSerializable(typeof(CreateSecretRequest))]
[JsonSerializable(typeof(CreateSecretResponse))]
[JsonSerializable(typeof(PutSecretValueRequest))]
[JsonSerializable(typeof(PutSecretValueResponse))]
internal sealed partial class SecretsManagerJson : JsonSerializerContext;
