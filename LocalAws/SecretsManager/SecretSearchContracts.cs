namespace LocalAws.SecretsManager;

/// <summary>A filter of ListSecrets and BatchGetSecretValue.</summary>
internal sealed record SecretFilter(string? Key, List<string?>? Values);

/// <summary>Request of BatchGetSecretValue.</summary>
internal sealed record BatchGetSecretValueRequest
{
    public List<string?>? SecretIdList { get; init; }

    public List<SecretFilter?>? Filters { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }
}

/// <summary>Answer of BatchGetSecretValue.</summary>
internal sealed record BatchGetSecretValueResponse(
    IReadOnlyList<GetSecretValueResponse> SecretValues, IReadOnlyList<SecretFailure> Errors, string? NextToken);

/// <summary>Why a secret is not among the values.</summary>
internal sealed record SecretFailure(string SecretId, string ErrorCode, string Message);

/// <summary>Request of ListSecretVersionIds.</summary>
internal sealed record ListSecretVersionIdsRequest
{
    public string? SecretId { get; init; }

    public bool? IncludeDeprecated { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }
}

/// <summary>Answer of ListSecretVersionIds, newest first.</summary>
internal sealed record ListSecretVersionIdsResponse(
    string ARN, string Name, IReadOnlyList<SecretVersionContract> Versions, string? NextToken);

/// <summary>A version on the wire; the date is in seconds since 1970.</summary>
internal sealed record SecretVersionContract(string VersionId, IReadOnlyList<string>? VersionStages, double CreatedDate);

/// <summary>Request of UpdateSecretVersionStage.</summary>
internal sealed record UpdateSecretVersionStageRequest
{
    public string? SecretId { get; init; }

    public string? VersionStage { get; init; }

    public string? RemoveFromVersionId { get; init; }

    public string? MoveToVersionId { get; init; }
}

/// <summary>Answer of UpdateSecretVersionStage.</summary>
internal sealed record SecretNameResponse(string ARN, string Name);

/// <summary>Request of TagResource and UntagResource.</summary>
internal sealed record SecretTagsRequest
{
    public string? SecretId { get; init; }

    public List<SecretTag?>? Tags { get; init; }

    public List<string?>? TagKeys { get; init; }
}

/// <summary>An answer without content.</summary>
internal sealed record EmptySecretResponse;

/// <summary>Request of GetRandomPassword.</summary>
internal sealed record RandomPasswordRequest
{
    public long? PasswordLength { get; init; }

    public string? ExcludeCharacters { get; init; }

    public bool? ExcludeNumbers { get; init; }

    public bool? ExcludePunctuation { get; init; }

    public bool? ExcludeUppercase { get; init; }

    public bool? ExcludeLowercase { get; init; }

    public bool? IncludeSpace { get; init; }

    public bool? RequireEachIncludedType { get; init; }
}

/// <summary>Answer of GetRandomPassword.</summary>
internal sealed record RandomPasswordResponse(string RandomPassword);
