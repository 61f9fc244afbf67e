using Amazon.SecretsManager.Model;
using StandIns.Aws;
using StandIns.Aws.Json;

namespace Amazon.SecretsManager;

/// <summary>Secrets Manager's operations on the wire. Source: AWS Secrets Manager API Reference, version 2017-10-17.</summary>
internal static class SecretsManagerApi
{
    private static readonly SecretsManagerJson Json = SecretsManagerJson.Default;

    public static readonly AwsApi Api = new("Secrets Manager", "secretsmanager", "2017-10-17")
    {
        Errors = new(
            static error => new AmazonSecretsManagerException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            new Dictionary<string, ErrorFactory>
            {
                ["DecryptionFailure"] = static error => new DecryptionFailureException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["EncryptionFailure"] = static error => new EncryptionFailureException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["InternalServiceError"] = static error => new InternalServiceErrorException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["InvalidParameterException"] = static error => new InvalidParameterException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["InvalidRequestException"] = static error => new InvalidRequestException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["LimitExceededException"] = static error => new LimitExceededException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["PreconditionNotMetException"] = static error => new PreconditionNotMetException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["ResourceExistsException"] = static error => new ResourceExistsException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["ResourceNotFoundException"] = static error => new ResourceNotFoundException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            }),
    };

    public static readonly JsonOperation<GetSecretValueRequest, GetSecretValueResponse> GetSecretValue =
        new(Api, "secretsmanager.GetSecretValue", Json.GetSecretValueRequest, Json.GetSecretValueResponse);

    public static readonly JsonOperation<CreateSecretRequest, CreateSecretResponse> CreateSecret =
        new(Api, "secretsmanager.CreateSecret", Json.CreateSecretRequest, Json.CreateSecretResponse);

    public static readonly JsonOperation<PutSecretValueRequest, PutSecretValueResponse> PutSecretValue =
        new(Api, "secretsmanager.PutSecretValue", Json.PutSecretValueRequest, Json.PutSecretValueResponse);
}
