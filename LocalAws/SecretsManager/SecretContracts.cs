namespace LocalAws.SecretsManager;

/// <summary>A tag on the wire.</summary>
internal sealed record SecretTag(string? Key, string? Value);

/// <summary>Request of CreateSecret.</summary>
internal sealed record CreateSecretRequest
{
    public string? Name { get; init; }

    public string? ClientRequestToken { get; init; }

    public string? Description { get; init; }

    public string? SecretString { get; init; }

    public byte[]? SecretBinary { get; init; }

    public string? KmsKeyId { get; init; }

    public List<SecretTag?>? Tags { get; init; }
}

/// <summary>Answer of CreateSecret, and of UpdateSecret.</summary>
internal sealed record SecretVersionResponse(string ARN, string Name, string? VersionId);

/// <summary>Request of GetSecretValue.</summary>
internal sealed record GetSecretValueRequest
{
    public string? SecretId { get; init; }

    public string? VersionId { get; init; }

    public string? VersionStage { get; init; }
}

/// <summary>Answer of GetSecretValue; dates are in seconds since 1970.</summary>
internal sealed record GetSecretValueResponse(
    string ARN,
    string Name,
    string VersionId,
    string? SecretString,
    byte[]? SecretBinary,
    IReadOnlyList<string> VersionStages,
    double CreatedDate);

/// <summary>Request of PutSecretValue.</summary>
internal sealed record PutSecretValueRequest
{
    public string? SecretId { get; init; }

    public string? ClientRequestToken { get; init; }

    public string? SecretString { get; init; }

    public byte[]? SecretBinary { get; init; }

    public List<string?>? VersionStages { get; init; }
}

/// <summary>Answer of PutSecretValue.</summary>
internal sealed record PutSecretValueResponse(string ARN, string Name, string VersionId, IReadOnlyList<string> VersionStages);

/// <summary>Request of UpdateSecret.</summary>
internal sealed record UpdateSecretRequest
{
    public string? SecretId { get; init; }

    public string? ClientRequestToken { get; init; }

    public string? Description { get; init; }

    public string? KmsKeyId { get; init; }

    public string? SecretString { get; init; }

    public byte[]? SecretBinary { get; init; }
}

/// <summary>Request of DescribeSecret and RestoreSecret.</summary>
internal sealed record SecretRequest
{
    public string? SecretId { get; init; }
}

/// <summary>A secret without its value: answer of DescribeSecret and entry of ListSecrets.</summary>
internal sealed record SecretContract(string ARN, string Name, double CreatedDate, double LastChangedDate)
{
    public string? Description { get; init; }

    public string? KmsKeyId { get; init; }

    public double? LastAccessedDate { get; init; }

    public double? DeletedDate { get; init; }

    public IReadOnlyList<SecretTag>? Tags { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? VersionIdsToStages { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? SecretVersionsToStages { get; init; }
}

/// <summary>Request of ListSecrets.</summary>
internal sealed record ListSecretsRequest
{
    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }

    public bool? IncludePlannedDeletion { get; init; }

    public List<SecretFilter?>? Filters { get; init; }

    public string? SortOrder { get; init; }
}

/// <summary>Answer of ListSecrets.</summary>
internal sealed record ListSecretsResponse(IReadOnlyList<SecretContract> SecretList, string? NextToken);

/// <summary>Request of DeleteSecret.</summary>
internal sealed record DeleteSecretRequest
{
    public string? SecretId { get; init; }

    public long? RecoveryWindowInDays { get; init; }

    public bool? ForceDeleteWithoutRecovery { get; init; }
}

/// <summary>Answer of DeleteSecret.</summary>
internal sealed record DeleteSecretResponse(string ARN, string Name, double DeletionDate);

/// <summary>Answer of RestoreSecret.</summary>
internal sealed record RestoreSecretResponse(string ARN, string Name);
