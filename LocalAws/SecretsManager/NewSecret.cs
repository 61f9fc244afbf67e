namespace LocalAws.SecretsManager;

/// <summary>What a caller creates.</summary>
internal sealed record NewSecret(string Name)
{
    /// <summary>Its first value; null: it has none yet.</summary>
    public SecretValue? Value { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The first version's id; null: a new one.</summary>
    public string? VersionId { get; init; }

    /// <summary>The key that it is encrypted with; null: the account's own.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
