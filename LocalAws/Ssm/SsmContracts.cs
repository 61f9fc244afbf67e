namespace LocalAws.Ssm;

/// <summary>Request of PutParameter.</summary>
internal sealed record PutParameterRequest
{
    public string? Name { get; init; }

    public string? Value { get; init; }

    public string? Type { get; init; }

    public string? Description { get; init; }

    public bool? Overwrite { get; init; }

    public string? AllowedPattern { get; init; }

    public string? DataType { get; init; }

    public string? Tier { get; init; }

    public string? KeyId { get; init; }

    public string? Policies { get; init; }

    public List<SsmTag?>? Tags { get; init; }
}

/// <summary>Answer of PutParameter.</summary>
internal sealed record PutParameterResponse(long Version, string Tier);

/// <summary>Request of GetParameter; <c>Name</c> may be an ARN, and may end in <c>:{version}</c>.</summary>
internal sealed record GetParameterRequest
{
    public string? Name { get; init; }

    public bool? WithDecryption { get; init; }
}

/// <summary>Answer of GetParameter.</summary>
internal sealed record GetParameterResponse(ParameterContract Parameter);

/// <summary>Request of GetParameters and DeleteParameters.</summary>
internal sealed record ParameterNamesRequest
{
    public List<string?>? Names { get; init; }

    public bool? WithDecryption { get; init; }
}

/// <summary>Answer of GetParameters.</summary>
internal sealed record GetParametersResponse(IReadOnlyList<ParameterContract> Parameters, IReadOnlyList<string> InvalidParameters);

/// <summary>Request of GetParametersByPath.</summary>
internal sealed record GetParametersByPathRequest
{
    public string? Path { get; init; }

    public bool? Recursive { get; init; }

    public bool? WithDecryption { get; init; }

    public List<ParameterStringFilter?>? ParameterFilters { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }
}

/// <summary>Answer of GetParametersByPath.</summary>
internal sealed record GetParametersByPathResponse(IReadOnlyList<ParameterContract> Parameters, string? NextToken);

/// <summary>Request of DeleteParameter.</summary>
internal sealed record DeleteParameterRequest
{
    public string? Name { get; init; }
}

/// <summary>Answer of DeleteParameter: nothing.</summary>
internal sealed record DeleteParameterResponse;

/// <summary>Answer of DeleteParameters.</summary>
internal sealed record DeleteParametersResponse(IReadOnlyList<string> DeletedParameters, IReadOnlyList<string> InvalidParameters);

/// <summary>A parameter on the wire; the date is in seconds since 1970.</summary>
internal sealed record ParameterContract(
    string Name, string Type, string Value, long Version, string? Selector, double LastModifiedDate, string ARN, string DataType);
