using System.Collections.Concurrent;
using System.Threading.Channels;
using Aspire.Hosting.Embedded;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What the resources write.</summary>
public class ResourceLoggerService : IDisposable
{
    private readonly ConcurrentDictionary<string, ResourceLog> _logs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _instances = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A logger that writes to the log of a resource.</summary>
    public ILogger GetLogger(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new ResourceLogger([.. resource.GetInstanceIds().Select(GetLog)]);
    }

    /// <summary>A logger that writes to the log of a resource, or of one instance.</summary>
    public ILogger GetLogger(string resourceName) => new ResourceLogger([.. Resolve(resourceName).Select(GetLog)]);

    /// <summary>The lines from the oldest that is known on, and those to come.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return WatchAsync(resource.GetInstanceIds());
    }

    /// <summary>The lines from the oldest that is known on, and those to come.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => WatchAsync(Resolve(resourceName));

    /// <summary>The lines that are known.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return GetAll(resource.GetInstanceIds()).ToAsyncEnumerable();
    }

    /// <summary>The lines that are known.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName) => GetAll(Resolve(resourceName)).ToAsyncEnumerable();

    /// <summary>Ends the watching of a resource's log.</summary>
    public void Complete(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        foreach (var id in resource.GetInstanceIds())
        {
            GetLog(id).Complete();
        }
    }

    /// <summary>Ends the watching of a log.</summary>
    public void Complete(string name)
    {
        foreach (var id in Resolve(name))
        {
            GetLog(id).Complete();
        }
    }

    /// <summary>Forgets the lines so far.</summary>
    public void ClearBacklog(string resourceName)
    {
        foreach (var id in Resolve(resourceName))
        {
            GetLog(id).Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var log in _logs.Values)
        {
            log.Complete();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The log of one instance.</summary>
    internal ResourceLog GetLog(string instanceId) => _logs.GetOrAdd(instanceId, static _ => new ResourceLog(TimeProvider.System));

    /// <summary>Makes a resource's name stand for its instances.</summary>
    internal void Know(string resourceName, IReadOnlyList<string> instanceIds) => _instances[resourceName] = instanceIds;

    private IReadOnlyList<string> Resolve(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _instances.TryGetValue(name, out var ids) ? ids : [name];
    }

    private IEnumerable<IReadOnlyList<LogLine>> GetAll(IReadOnlyList<string> ids) => ids.Select(id => GetLog(id).Snapshot());

    private IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IReadOnlyList<string> ids) =>
        ids is [var only] ? GetLog(only).WatchAsync() : WatchSeveralAsync(ids);

    private async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchSeveralAsync(IReadOnlyList<string> ids)
    {
        using var stopping = new CancellationTokenSource();
        var merged = Channel.CreateBounded<IReadOnlyList<LogLine>>(ResourceLog.DefaultCapacity);
        var readers = Task.WhenAll(ids.Select(async id =>
        {
            await foreach (var lines in GetLog(id).WatchAsync(stopping.Token))
            {
                await merged.Writer.WriteAsync(lines, stopping.Token);
            }
        }));
        _ = readers.ContinueWith(_ => merged.Writer.TryComplete(), TaskScheduler.Default);
        try
        {
            await foreach (var lines in merged.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return lines;
            }
        }
        finally
        {
            await stopping.CancelAsync();
        }
    }
}
