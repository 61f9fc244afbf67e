using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>The operations of Secrets Manager that look for secrets and for versions of them.</summary>
internal sealed class SecretSearchModule(SecretStore store) : IOperationModule
{
    private const int LongestPage = 100;
    private const int LongestBatch = 20;

    public void Map(OperationTable table)
    {
        var json = SecretsManagerJson.Default;
        table.MapJson("secretsmanager.ListSecrets", () => json.ListSecretsRequest, () => json.ListSecretsResponse, (request, call, _) =>
            ValueTask.FromResult(List(request, call)));
        table.MapJson(
            "secretsmanager.ListSecretVersionIds", () => json.ListSecretVersionIdsRequest, () => json.ListSecretVersionIdsResponse, (request, call, _) =>
                ValueTask.FromResult(ListVersions(request, call)));
        table.MapJson(
            "secretsmanager.BatchGetSecretValue", () => json.BatchGetSecretValueRequest, () => json.BatchGetSecretValueResponse, (request, call, _) =>
                ValueTask.FromResult(GetBatch(request, call)));
    }

    private ListSecretsResponse List(ListSecretsRequest request, CallContext call)
    {
        if (request.SortOrder is not (null or "asc" or "desc"))
        {
            throw SecretErrors.Constraint($"'{request.SortOrder}'", "sortOrder", "Member must satisfy enum value set: [asc, desc]");
        }

        var found = store.All(call.Scope)
            .Where(secret => secret.DeletionAt is null || request.IncludePlannedDeletion == true)
            .Where(SecretFilters.Read(request.Filters))
            .OrderBy(static secret => secret.CreatedAt)
            .ThenBy(static secret => secret.Name, StringComparer.Ordinal);
        var (page, token) = SecretPage.Of(
            request.SortOrder == "desc" ? found.Reverse() : found, static secret => secret.Name, request.MaxResults, LongestPage, request.NextToken);
        return new ListSecretsResponse(page.ConvertAll(SecretView.List), token);
    }

    private ListSecretVersionIdsResponse ListVersions(ListSecretVersionIdsRequest request, CallContext call)
    {
        var secret = store.Require(call.Scope, SecretRules.Id(request.SecretId));
        var (page, token) = SecretPage.Of(
            secret.Versions.Reverse().Where(version => version.Stages.Count > 0 || request.IncludeDeprecated == true),
            static version => version.Id,
            request.MaxResults,
            LongestPage,
            request.NextToken);
        return new ListSecretVersionIdsResponse(
            secret.Arn,
            secret.Name,
            page.ConvertAll(static version => new SecretVersionContract(
                version.Id, version.Stages.IsEmpty ? null : [.. version.Stages], SecretView.Seconds(version.CreatedAt))),
            token);
    }

    private BatchGetSecretValueResponse GetBatch(BatchGetSecretValueRequest request, CallContext call)
    {
        var ids = (request.SecretIdList ?? []).OfType<string>().ToList();
        if (ids.Count > 0 == request.Filters is { Count: > 0 })
        {
            throw SecretErrors.Parameter("You must include Filters or SecretIdList, but not both.");
        }

        if (ids.Count > LongestBatch)
        {
            throw SecretErrors.Constraint(
                $"'[{string.Join(", ", ids)}]'", "secretIdList", $"Member must have length less than or equal to {LongestBatch}");
        }

        if (ids.Count > 0)
        {
            return Get(call, ids, null);
        }

        var (page, token) = SecretPage.Of(
            store.All(call.Scope).Where(static secret => secret.DeletionAt is null).Where(SecretFilters.Read(request.Filters)),
            static secret => secret.Name,
            request.MaxResults,
            LongestBatch,
            request.NextToken);
        return Get(call, page.ConvertAll(static secret => secret.Name), token);
    }

    private BatchGetSecretValueResponse Get(CallContext call, List<string> ids, string? token)
    {
        List<GetSecretValueResponse> values = [];
        List<SecretFailure> failures = [];
        foreach (var id in ids)
        {
            try
            {
                var secret = store.RequireAlive(call.Scope, id);
                store.Access(call.Scope, id);
                values.Add(SecretView.Show(
                    secret,
                    secret.AtStage(SecretStages.Current) ?? throw SecretErrors.ValueNotFound($"staging label: {SecretStages.Current}")));
            }
            catch (AwsException refused)
            {
                failures.Add(new SecretFailure(id, refused.Code, refused.Message));
            }
        }

        return new BatchGetSecretValueResponse(values, failures, token);
    }
}
