using System.Runtime.CompilerServices;

namespace Dashboard.Resources;

/// <summary>What is known of the resources, and who waits for it to change. One writes, many read.</summary>
internal sealed class ResourceBoard
{
    private readonly Dictionary<string, ResourceSnapshot> _resources = new(StringComparer.Ordinal);
    private volatile ResourceDirectoryState _state = new(null, ResourceConnection.Connecting, []);
    private volatile TaskCompletionSource _changed = NewSignal();

    /// <summary>How things are.</summary>
    public ResourceDirectoryState Current => _state;

    /// <summary>How things are, then how they are after each change, or after several.</summary>
    public async IAsyncEnumerable<ResourceDirectoryState> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ResourceDirectoryState? told = null;
        while (true)
        {
            // The signal first: a change between the two lines is told once more and not missed.
            var changed = _changed.Task;
            var state = _state;
            if (!ReferenceEquals(state, told))
            {
                told = state;
                yield return state;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Replaces all resources: the service told of all that there are.</summary>
    public void Begin(string applicationName, IEnumerable<ResourceSnapshot> resources)
    {
        _resources.Clear();
        foreach (var resource in resources)
        {
            _resources[resource.Name] = resource;
        }

        Show(applicationName, ResourceConnection.Connected);
    }

    /// <summary>Takes changes over.</summary>
    public void Change(IEnumerable<ResourceSnapshot> upserts, IEnumerable<string> deletions)
    {
        foreach (var name in deletions)
        {
            _resources.Remove(name);
        }

        foreach (var resource in upserts)
        {
            _resources[resource.Name] = resource;
        }

        Show(_state.ApplicationName, _state.Connection);
    }

    /// <summary>Takes over how it stands with the service; the resources stay as they were last known.</summary>
    public void Connect(ResourceConnection connection)
    {
        if (_state.Connection != connection)
        {
            Show(_state.ApplicationName, connection);
        }
    }

    private void Show(string? applicationName, ResourceConnection connection)
    {
        ResourceSnapshot[] resources = [.. _resources.Values
            .OrderBy(static resource => resource.DisplayName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(static resource => resource.Name, StringComparer.Ordinal)];
        _state = new ResourceDirectoryState(applicationName, connection, resources);
        var told = _changed;
        _changed = NewSignal();
        told.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
