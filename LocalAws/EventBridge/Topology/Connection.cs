namespace LocalAws.EventBridge.Topology;

/// <summary>How API destinations authorize. Its secrets are never part of an answer.</summary>
/// <param name="SecretArn">The secret of Secrets Manager that holds them.</param>
internal sealed record Connection(string Name, string Arn, string SecretArn, Authorization Authorization, string? Description, DateTimeOffset Created)
{
    public DateTimeOffset Modified { get; init; } = Created;

    public ConnectionState State { get; init; } = ConnectionState.Authorized;

    /// <summary>Why it is in that state, if there is something to say.</summary>
    public string? StateReason { get; init; }

    /// <summary>When it was authorized last.</summary>
    public DateTimeOffset Authorized { get; init; } = Created;

    /// <summary>What goes into each request to the endpoint; null: the connection says nothing of it.</summary>
    public HttpAdditions? Invocation { get; init; }

    public string? KmsKeyIdentifier { get; init; }
}
