namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something worth knowing about a resource.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">The value.</param>
public sealed record ResourcePropertySnapshot(string Name, object? Value)
{
    /// <summary>Whether the value must not be shown unasked.</summary>
    public bool IsSensitive { get; init; }
}
