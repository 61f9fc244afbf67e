using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>The operations of Secrets Manager.</summary>
internal sealed class SecretsManagerModule(SecretStore store) : IOperationModule
{
    private const int MaximumPage = 100;
    private const int DefaultRecoveryDays = 30;

    public void Map(OperationTable table)
    {
        var json = SecretsManagerJson.Default;
        table.MapJson("secretsmanager.CreateSecret", json.CreateSecretRequest, json.SecretVersionResponse, (request, call, _) =>
            ValueTask.FromResult(Create(request, call)));
        table.MapJson("secretsmanager.GetSecretValue", json.GetSecretValueRequest, json.GetSecretValueResponse, (request, call, _) =>
            ValueTask.FromResult(GetValue(request, call)));
        table.MapJson("secretsmanager.PutSecretValue", json.PutSecretValueRequest, json.PutSecretValueResponse, (request, call, _) =>
            ValueTask.FromResult(PutValue(request, call)));
        table.MapJson("secretsmanager.UpdateSecret", json.UpdateSecretRequest, json.SecretVersionResponse, (request, call, _) =>
            ValueTask.FromResult(Update(request, call)));
        table.MapJson("secretsmanager.DescribeSecret", json.SecretRequest, json.SecretContract, (request, call, _) =>
            ValueTask.FromResult(SecretView.Describe(store.Require(call.Scope, Required(request.SecretId, "secretId")))));
        table.MapJson("secretsmanager.ListSecrets", json.ListSecretsRequest, json.ListSecretsResponse, (request, call, _) =>
            ValueTask.FromResult(List(request, call)));
        table.MapJson("secretsmanager.DeleteSecret", json.DeleteSecretRequest, json.DeleteSecretResponse, (request, call, _) =>
            ValueTask.FromResult(Delete(request, call)));
        table.MapJson("secretsmanager.RestoreSecret", json.SecretRequest, json.RestoreSecretResponse, (request, call, _) =>
            ValueTask.FromResult(Restore(request, call)));
    }

    private SecretVersionResponse Create(CreateSecretRequest request, CallContext call)
    {
        var secret = store.Create(call.Scope, new NewSecret(Required(request.Name, "name"))
        {
            Value = ReadValue(request.SecretString, request.SecretBinary),
            Description = request.Description,
            VersionId = request.ClientRequestToken,
            Tags = (request.Tags ?? []).Where(static tag => tag is { Key: not null })
                .DistinctBy(static tag => tag!.Key)
                .ToDictionary(static tag => tag!.Key!, static tag => tag!.Value ?? ""),
        });
        return new SecretVersionResponse(secret.Arn, secret.Name, secret.AtStage(SecretStages.Current)?.Id);
    }

    private GetSecretValueResponse GetValue(GetSecretValueRequest request, CallContext call)
    {
        var secret = store.RequireAlive(call.Scope, Required(request.SecretId, "secretId"));
        var version = FindVersion(secret, request);
        return new GetSecretValueResponse(
            secret.Arn,
            secret.Name,
            version.Id,
            version.Value.Text,
            version.Value.Bytes,
            [.. version.Stages],
            SecretView.Seconds(version.CreatedAt));
    }

    private static SecretVersion FindVersion(Secret secret, GetSecretValueRequest request)
    {
        if (request.VersionId is not { } id)
        {
            var stage = request.VersionStage ?? SecretStages.Current;
            return secret.AtStage(stage) ?? throw SecretErrors.ValueNotFound($"staging label: {stage}");
        }

        var version = secret.Versions.Find(version => version.Id == id) ?? throw SecretErrors.ValueNotFound($"VersionId: {id}");
        return request.VersionStage is null || version.Stages.Contains(request.VersionStage)
            ? version
            : throw new AwsException(
                "InvalidRequestException", "You provided a VersionStage that is not associated to the provided VersionId.");
    }

    private PutSecretValueResponse PutValue(PutSecretValueRequest request, CallContext call)
    {
        var id = Required(request.SecretId, "secretId");
        var value = ReadValue(request.SecretString, request.SecretBinary)
            ?? throw SecretErrors.Parameter("You must provide either SecretString or SecretBinary.");
        var version = store.PutValue(call.Scope, id, value, request.ClientRequestToken, request.VersionStages?.OfType<string>().ToList());
        var secret = store.Require(call.Scope, id);
        return new PutSecretValueResponse(secret.Arn, secret.Name, version.Id, [.. version.Stages]);
    }

    private SecretVersionResponse Update(UpdateSecretRequest request, CallContext call)
    {
        var id = Required(request.SecretId, "secretId");
        var secret = request.Description is { } description
            ? store.Describe(call.Scope, id, description)
            : store.RequireAlive(call.Scope, id);
        var version = ReadValue(request.SecretString, request.SecretBinary) is { } value
            ? store.PutValue(call.Scope, id, value, request.ClientRequestToken)
            : null;
        return new SecretVersionResponse(secret.Arn, secret.Name, version?.Id);
    }

    private ListSecretsResponse List(ListSecretsRequest request, CallContext call)
    {
        if (request.MaxResults is < 1 or > MaximumPage)
        {
            throw SecretErrors.Validation(
                $"1 validation error detected: Value '{request.MaxResults}' at 'maxResults' failed to satisfy constraint: "
                + $"Member must have value between 1 and {MaximumPage}");
        }

        var size = request.MaxResults ?? MaximumPage;
        var rest = store.All(call.Scope)
            .Where(secret => secret.DeletionAt is null || request.IncludePlannedDeletion == true)
            .SkipWhile(secret => string.CompareOrdinal(secret.Name, request.NextToken ?? "") <= 0)
            .Take(size + 1)
            .ToList();
        return new ListSecretsResponse(
            [.. rest.Take(size).Select(SecretView.List)],
            rest.Count > size ? rest[size - 1].Name : null);
    }

    private DeleteSecretResponse Delete(DeleteSecretRequest request, CallContext call)
    {
        var force = request.ForceDeleteWithoutRecovery ?? false;
        if (force && request.RecoveryWindowInDays is not null)
        {
            throw SecretErrors.Parameter("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }

        if (request.RecoveryWindowInDays is < 7 or > 30)
        {
            throw SecretErrors.Parameter("The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
        }

        var recovery = force ? (TimeSpan?)null : TimeSpan.FromDays(request.RecoveryWindowInDays ?? DefaultRecoveryDays);
        var secret = store.Delete(call.Scope, Required(request.SecretId, "secretId"), recovery);
        return new DeleteSecretResponse(secret.Arn, secret.Name, SecretView.Seconds(secret.DeletionAt!.Value));
    }

    private RestoreSecretResponse Restore(SecretRequest request, CallContext call)
    {
        var secret = store.Restore(call.Scope, Required(request.SecretId, "secretId"));
        return new RestoreSecretResponse(secret.Arn, secret.Name);
    }

    private static SecretValue? ReadValue(string? text, byte[]? bytes) => (text, bytes) switch
    {
        (null, null) => null,
        (not null, not null) => throw SecretErrors.Parameter(
            "You can't specify both a binary secret value and a string secret value in the same secret."),
        _ => new SecretValue(text, bytes),
    };

    private static string Required(string? value, string name) => string.IsNullOrEmpty(value)
        ? throw SecretErrors.Validation(
            $"1 validation error detected: Value null at '{name}' failed to satisfy constraint: Member must not be null")
        : value;
}
