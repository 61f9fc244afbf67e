namespace Dashboard.Resources;

/// <summary>The directory at one moment.</summary>
/// <param name="ApplicationName">The application's name; null until a service was reached.</param>
/// <param name="Connection">How it stands with the service.</param>
/// <param name="Resources">The resources by display name.</param>
internal sealed record ResourceDirectoryState(
    string? ApplicationName,
    ResourceConnection Connection,
    IReadOnlyList<ResourceSnapshot> Resources);
