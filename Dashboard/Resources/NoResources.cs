using System.Runtime.CompilerServices;

namespace Dashboard.Resources;

/// <summary>The directory of a dashboard that runs alone.</summary>
internal sealed class NoResources : IResourceDirectory
{
    /// <inheritdoc/>
    public string? ApplicationName => null;

    /// <inheritdoc/>
    public ResourceConnection Connection => ResourceConnection.NotConfigured;

    /// <inheritdoc/>
    public IReadOnlyList<ResourceSnapshot> Resources => [];

    /// <inheritdoc/>
    public ResourceSnapshot? Find(string name) => null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ResourceDirectoryState> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new ResourceDirectoryState(null, Connection, []);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<ConsoleLine>> ReadConsoleAsync(string resourceName, bool follow, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<IReadOnlyList<ConsoleLine>>();

    /// <inheritdoc/>
    public Task<ResourceCommandResult> ExecuteAsync(ResourceSnapshot resource, string commandName, CancellationToken cancellationToken) =>
        Task.FromResult(new ResourceCommandResult(ResourceCommandOutcome.Failed, "No resource service is configured."));
}
