namespace LocalAws.SecretsManager;

/// <summary>A secret as callers see it, without its value.</summary>
internal static class SecretView
{
    public static SecretContract Describe(Secret secret) => Show(secret) with { VersionIdsToStages = Stages(secret) };

    public static SecretContract List(Secret secret) => Show(secret) with { SecretVersionsToStages = Stages(secret) };

    /// <summary>A version with its value.</summary>
    public static GetSecretValueResponse Show(Secret secret, SecretVersion version) => new(
        secret.Arn,
        secret.Name,
        version.Id,
        version.Value.Text,
        version.Value.Bytes,
        [.. version.Stages],
        Seconds(version.CreatedAt));

    /// <summary>Seconds since 1970, as AWS JSON gives dates.</summary>
    public static double Seconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds() / 1000.0;

    private static SecretContract Show(Secret secret) =>
        new(secret.Arn, secret.Name, Seconds(secret.CreatedAt), Seconds(secret.ChangedAt))
        {
            Description = secret.Description,
            KmsKeyId = secret.KmsKeyId,
            LastAccessedDate = secret.AccessedOn is { } day ? Seconds(day) : null,
            DeletedDate = secret.DeletionAt is { } deletion ? Seconds(deletion) : null,
            Tags = secret.Tags.IsEmpty ? null : [.. secret.Tags.Select(static tag => new SecretTag(tag.Key, tag.Value))],
        };

    private static Dictionary<string, IReadOnlyList<string>>? Stages(Secret secret) => secret.Versions.IsEmpty
        ? null
        : secret.Versions.Where(static version => version.Stages.Count > 0).ToDictionary(static version => version.Id, static version => (IReadOnlyList<string>)[.. version.Stages]);
}
