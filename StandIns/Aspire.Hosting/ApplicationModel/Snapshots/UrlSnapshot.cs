namespace Aspire.Hosting.ApplicationModel;

/// <summary>A URL of a resource.</summary>
/// <param name="Name">The endpoint's name.</param>
/// <param name="Url">The URL.</param>
/// <param name="IsInternal">Whether it is of use inside the application only.</param>
public sealed record UrlSnapshot(string? Name, string Url, bool IsInternal)
{
    /// <summary>How it is shown.</summary>
    public UrlDisplayPropertiesSnapshot DisplayProperties { get; init; } = new();

    /// <summary>Whether nothing listens there at the moment.</summary>
    public bool IsInactive { get; init; }
}
