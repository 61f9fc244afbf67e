namespace LocalAws;

/// <summary>How this copy of AWS presents itself.</summary>
internal sealed record LocalAwsOptions
{
    /// <summary>The account id in every ARN. Default 000000000000, as LocalStack's.</summary>
    public string AccountId { get; init; } = "000000000000";

    /// <summary>The Region of calls whose signature names none. Default us-east-1.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The longest request body that is read, bytes. Default 4 MiB: a batch of SQS at its 1 MiB limit, Base64 and escapes included.</summary>
    public int MaximumRequestBytes { get; init; } = 4 * 1024 * 1024;
}
