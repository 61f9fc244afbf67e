namespace LocalAws.Ssm;

/// <summary>One version of a parameter.</summary>
internal sealed record Parameter(string Name, string Arn, string Type, string Value, long Version, DateTimeOffset ModifiedAt)
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary><c>text</c>, or another of AWS's data types.</summary>
    public string DataType { get; init; } = "text";

    /// <summary>Standard, Advanced or Intelligent-Tiering.</summary>
    public string Tier { get; init; } = "Standard";
}
