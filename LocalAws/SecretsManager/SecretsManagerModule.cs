using System.Collections.Immutable;
using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>The operations of Secrets Manager.</summary>
internal sealed class SecretsManagerModule(SecretStore store, TimeProvider clock) : IOperationModule
{
    private const int DefaultRecoveryDays = 30;

    public void Map(OperationTable table)
    {
        var json = SecretsManagerJson.Default;
        table.MapJson("secretsmanager.CreateSecret", () => json.CreateSecretRequest, () => json.SecretVersionResponse, (request, call, _) =>
            ValueTask.FromResult(Create(request, call)));
        table.MapJson(
            "secretsmanager.GetSecretValue", () => json.GetSecretValueRequest, () => json.GetSecretValueResponse, (request, call, _) =>
            ValueTask.FromResult(GetValue(request, call)));
        table.MapJson(
            "secretsmanager.PutSecretValue", () => json.PutSecretValueRequest, () => json.PutSecretValueResponse, (request, call, _) =>
            ValueTask.FromResult(PutValue(request, call)));
        table.MapJson("secretsmanager.UpdateSecret", () => json.UpdateSecretRequest, () => json.SecretVersionResponse, (request, call, _) =>
            ValueTask.FromResult(Update(request, call)));
        table.MapJson("secretsmanager.DescribeSecret", () => json.SecretRequest, () => json.SecretContract, (request, call, _) =>
            ValueTask.FromResult(SecretView.Describe(store.Require(call.Scope, SecretRules.Id(request.SecretId)))));
        table.MapJson("secretsmanager.DeleteSecret", () => json.DeleteSecretRequest, () => json.DeleteSecretResponse, (request, call, _) =>
            ValueTask.FromResult(Delete(request, call)));
        table.MapJson("secretsmanager.RestoreSecret", () => json.SecretRequest, () => json.RestoreSecretResponse, (request, call, _) =>
            ValueTask.FromResult(Restore(request, call)));
    }

    private SecretVersionResponse Create(CreateSecretRequest request, CallContext call)
    {
        var secret = store.Create(call.Scope, new NewSecret(SecretRules.Required(request.Name, "name"))
        {
            Value = ReadValue(request.SecretString, request.SecretBinary),
            Description = request.Description,
            KmsKeyId = request.KmsKeyId,
            VersionId = SecretRules.Token(request.ClientRequestToken),
            Tags = SecretRules.WithTags(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), request.Tags ?? []),
        });
        return new SecretVersionResponse(secret.Arn, secret.Name, secret.AtStage(SecretStages.Current)?.Id);
    }

    private GetSecretValueResponse GetValue(GetSecretValueRequest request, CallContext call)
    {
        var id = SecretRules.Id(request.SecretId);
        var secret = store.RequireAlive(call.Scope, id);
        var version = FindVersion(secret, request);
        store.Access(call.Scope, id);
        return SecretView.Show(secret, version);
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
        var id = SecretRules.Id(request.SecretId);
        var value = ReadValue(request.SecretString, request.SecretBinary)
            ?? throw SecretErrors.Parameter("You must provide either SecretString or SecretBinary.");
        var version = store.PutValue(call.Scope, id, value, SecretRules.Token(request.ClientRequestToken), request.VersionStages?.OfType<string>().ToList());
        var secret = store.Require(call.Scope, id);
        return new PutSecretValueResponse(secret.Arn, secret.Name, version.Id, [.. version.Stages]);
    }

    private SecretVersionResponse Update(UpdateSecretRequest request, CallContext call)
    {
        var id = SecretRules.Id(request.SecretId);
        var value = ReadValue(request.SecretString, request.SecretBinary);
        SecretRules.CheckValue(value);
        var token = SecretRules.Token(request.ClientRequestToken);
        var secret = (request.Description ?? request.KmsKeyId) is null
            ? store.RequireAlive(call.Scope, id)
            : store.Change(call.Scope, id, secret => secret with
            {
                Description = request.Description ?? secret.Description,
                KmsKeyId = request.KmsKeyId ?? secret.KmsKeyId,
            });
        var version = value is null ? null : store.PutValue(call.Scope, id, value, token);
        return new SecretVersionResponse(secret.Arn, secret.Name, version?.Id);
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

        var id = SecretRules.Id(request.SecretId);
        if (force && store.Find(call.Scope, id) is null)
        {
            // Who insists does not mind that it is gone already. Source: API_DeleteSecret.
            return new DeleteSecretResponse(call.Arn("secretsmanager", $"secret:{id}"), id, SecretView.Seconds(clock.GetUtcNow()));
        }

        if (!force)
        {
            store.RequireAlive(call.Scope, id);
        }

        var recovery = force ? (TimeSpan?)null : TimeSpan.FromDays(request.RecoveryWindowInDays ?? DefaultRecoveryDays);
        var secret = store.Delete(call.Scope, id, recovery);
        return new DeleteSecretResponse(secret.Arn, secret.Name, SecretView.Seconds(secret.DeletionAt!.Value));
    }

    private RestoreSecretResponse Restore(SecretRequest request, CallContext call)
    {
        var secret = store.Restore(call.Scope, SecretRules.Id(request.SecretId));
        return new RestoreSecretResponse(secret.Arn, secret.Name);
    }

    private static SecretValue? ReadValue(string? text, byte[]? bytes) => (text, bytes) switch
    {
        (null, null) => null,
        (not null, not null) => throw SecretErrors.Parameter(
            "You can't specify both a binary secret value and a string secret value in the same secret."),
        _ => new SecretValue(text, bytes),
    };
}
