namespace Dashboard.Resources;

/// <summary>
/// The resources of the application that the dashboard looks at, as a resource service tells of them. Everything that is
/// handed out is immutable; every member may be called from any thread.
/// </summary>
internal interface IResourceDirectory
{
    /// <summary>The application's name; null until a service was reached.</summary>
    string? ApplicationName { get; }

    /// <summary>How it stands with the service.</summary>
    ResourceConnection Connection { get; }

    /// <summary>
    /// The resources by display name, hidden ones included. When the connection is lost, the last known ones stay.
    /// </summary>
    IReadOnlyList<ResourceSnapshot> Resources { get; }

    /// <summary>The resource of that name (<see cref="ResourceSnapshot.Name"/>), or null.</summary>
    ResourceSnapshot? Find(string name);

    /// <summary>
    /// The directory as it is, at once, and then after each change. A slow reader misses states in between and never the
    /// newest one.
    /// </summary>
    IAsyncEnumerable<ResourceDirectoryState> WatchAsync(CancellationToken cancellationToken);

    /// <summary>
    /// A resource's output in batches: what the service still has of it, and, if <paramref name="follow"/>, what comes until
    /// cancelled. After a lost connection it goes on where it was, without repeating a line. Without a service it is empty.
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<ConsoleLine>> ReadConsoleAsync(string resourceName, bool follow, CancellationToken cancellationToken);

    /// <summary>Has a command executed. Whatever goes wrong, a lost connection too, is in the result.</summary>
    Task<ResourceCommandResult> ExecuteAsync(ResourceSnapshot resource, string commandName, CancellationToken cancellationToken);
}
