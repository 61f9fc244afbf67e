namespace LocalAws.Ssm;

/// <summary>A filter of DescribeParameters and GetParametersByPath.</summary>
internal sealed record ParameterStringFilter(string? Key, string? Option, List<string?>? Values);

/// <summary>The older filter of DescribeParameters: names that begin so, types and keys that are so.</summary>
internal sealed record ParametersFilter(string? Key, List<string?>? Values);

/// <summary>Request of DescribeParameters.</summary>
internal sealed record DescribeParametersRequest
{
    public List<ParametersFilter?>? Filters { get; init; }

    public List<ParameterStringFilter?>? ParameterFilters { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }
}

/// <summary>Answer of DescribeParameters.</summary>
internal sealed record DescribeParametersResponse(IReadOnlyList<ParameterMetadata> Parameters, string? NextToken);

/// <summary>Request of GetParameterHistory.</summary>
internal sealed record GetParameterHistoryRequest
{
    public string? Name { get; init; }

    public bool? WithDecryption { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }
}

/// <summary>Answer of GetParameterHistory, oldest first.</summary>
internal sealed record GetParameterHistoryResponse(IReadOnlyList<ParameterMetadata> Parameters, string? NextToken);

/// <summary>What is known of a version beside its value; in a history also that and its labels. The date is in seconds since 1970.</summary>
internal sealed record ParameterMetadata(string Name, string Type, long Version, double LastModifiedDate, string LastModifiedUser)
{
    /// <summary>Null in a history.</summary>
    public string? ARN { get; init; }

    public string? Description { get; init; }

    public string? AllowedPattern { get; init; }

    public string? KeyId { get; init; }

    public required string Tier { get; init; }

    public required string DataType { get; init; }

    public IReadOnlyList<ParameterInlinePolicy> Policies { get; init; } = [];

    public string? Value { get; init; }

    public IReadOnlyList<string>? Labels { get; init; }
}

/// <summary>A policy as it is told.</summary>
internal sealed record ParameterInlinePolicy(string PolicyText, string PolicyType, string PolicyStatus);

/// <summary>Request of LabelParameterVersion and UnlabelParameterVersion.</summary>
internal sealed record LabelRequest
{
    public string? Name { get; init; }

    public long? ParameterVersion { get; init; }

    public List<string?>? Labels { get; init; }
}

/// <summary>Answer of LabelParameterVersion.</summary>
internal sealed record LabelResponse(IReadOnlyList<string> InvalidLabels, long ParameterVersion);

/// <summary>Answer of UnlabelParameterVersion.</summary>
internal sealed record UnlabelResponse(IReadOnlyList<string> RemovedLabels, IReadOnlyList<string> InvalidLabels);

/// <summary>A tag on the wire.</summary>
internal sealed record SsmTag(string? Key, string? Value);

/// <summary>Request of AddTagsToResource, ListTagsForResource and RemoveTagsFromResource.</summary>
internal sealed record TagsRequest
{
    public string? ResourceType { get; init; }

    public string? ResourceId { get; init; }

    public List<SsmTag?>? Tags { get; init; }

    public List<string?>? TagKeys { get; init; }
}

/// <summary>Answer of ListTagsForResource; of the other two it has nothing in it.</summary>
internal sealed record TagsResponse(IReadOnlyList<SsmTag>? TagList = null);
