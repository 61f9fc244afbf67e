namespace LocalAws.Sqs.Wire;

/// <summary>Request of AddPermission.</summary>
internal sealed record AddPermissionRequest : QueueRequest
{
    public string? Label { get; init; }

    public List<string?>? AWSAccountIds { get; init; }

    public List<string?>? Actions { get; init; }
}

/// <summary>Request of RemovePermission.</summary>
internal sealed record RemovePermissionRequest : QueueRequest
{
    public string? Label { get; init; }
}
