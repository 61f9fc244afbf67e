namespace Scenarios.Scripts;

/// <summary>Sends a request and reads the answer.</summary>
public sealed record RequestStep : FlowStep
{
    /// <summary>The HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Where to: a path below the target, or an address of its own.</summary>
    public required string Url { get; init; }

    /// <summary>The body, JSON in UTF-8; null: the request has none.</summary>
    public ReadOnlyMemory<byte>? Json { get; init; }

    /// <summary>Headers beside those that every request has.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
