using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>The operations of Secrets Manager on staging labels and tags.</summary>
internal sealed class SecretLabelModule(SecretStore store) : IOperationModule
{
    public void Map(OperationTable table)
    {
        var json = SecretsManagerJson.Default;
        table.MapJson(
            "secretsmanager.UpdateSecretVersionStage", () => json.UpdateSecretVersionStageRequest, () => json.SecretNameResponse, (request, call, _) =>
                ValueTask.FromResult(Move(request, call)));
        table.MapJson("secretsmanager.TagResource", () => json.SecretTagsRequest, () => json.EmptySecretResponse, (request, call, _) =>
            ValueTask.FromResult(Tag(request, call)));
        table.MapJson("secretsmanager.UntagResource", () => json.SecretTagsRequest, () => json.EmptySecretResponse, (request, call, _) =>
            ValueTask.FromResult(Untag(request, call)));
    }

    private SecretNameResponse Move(UpdateSecretVersionStageRequest request, CallContext call)
    {
        var stage = SecretRules.Required(request.VersionStage, "versionStage");
        var moved = store.Change(call.Scope, SecretRules.Id(request.SecretId), secret => secret with
        {
            Versions = SecretStages.Move(secret.Versions, stage, request.RemoveFromVersionId, request.MoveToVersionId),
        });
        return new SecretNameResponse(moved.Arn, moved.Name);
    }

    private EmptySecretResponse Tag(SecretTagsRequest request, CallContext call)
    {
        var added = request.Tags ?? throw SecretErrors.Required("tags");
        store.Change(call.Scope, SecretRules.Id(request.SecretId), secret => secret with
        {
            Tags = SecretRules.WithTags(secret.Tags, added),
        });
        return new EmptySecretResponse();
    }

    private EmptySecretResponse Untag(SecretTagsRequest request, CallContext call)
    {
        var keys = request.TagKeys ?? throw SecretErrors.Required("tagKeys");
        store.Change(call.Scope, SecretRules.Id(request.SecretId), secret => secret with
        {
            Tags = secret.Tags.RemoveRange(keys.OfType<string>()),
        });
        return new EmptySecretResponse();
    }
}
