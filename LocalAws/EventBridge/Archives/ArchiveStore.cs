using LocalAws.EventBridge.Delivery;
using LocalAws.State;

namespace LocalAws.EventBridge.Archives;

/// <summary>The events of all archives.</summary>
internal sealed class ArchiveStore(EventBridgeOptions options, IStateLog log, TimeProvider clock) : IStatePart
{
    private readonly Dictionary<ArchiveKey, ArchiveContent> _contents = [];
    private readonly Lock _gate = new();
    private long _last;

    public StatePartId Id => StatePartId.Archives;

    /// <summary>Archives an event.</summary>
    public void Add(ArchiveKey archive, EventEnvelope envelope)
    {
        lock (_gate)
        {
            var archived = new ArchivedEvent(++_last, envelope.Id, envelope.Accepted, envelope.Json);
            Content(archive).Add(archived, options.MaximumArchiveBytes);
            log.Append(new ArchiveChange.Added(archive, archived));
        }
    }

    /// <summary>Forgets the events of an archive that is deleted.</summary>
    public void Remove(ArchiveKey archive)
    {
        lock (_gate)
        {
            if (_contents.Remove(archive))
            {
                log.Append(new ArchiveChange.Removed(archive, _last));
            }
        }
    }

    /// <summary>How many events an archive has, and their bytes.</summary>
    /// <param name="retentionDays">How long it keeps events; 0: for ever.</param>
    public (long Count, long Bytes) Measure(ArchiveKey archive, int retentionDays)
    {
        lock (_gate)
        {
            if (!_contents.TryGetValue(archive, out var content))
            {
                return default;
            }

            Expire(content, retentionDays);
            return (content.Count, content.Bytes);
        }
    }

    /// <summary>The events of a time, the oldest first.</summary>
    public IReadOnlyList<ArchivedEvent> Read(ArchiveKey archive, int retentionDays, DateTimeOffset from, DateTimeOffset to)
    {
        lock (_gate)
        {
            return _contents.TryGetValue(archive, out var content)
                ? [.. Expire(content, retentionDays).Events.Where(archived => archived.At >= from && archived.At <= to)]
                : [];
        }
    }

    public void Restore(ReadOnlySpan<byte> change)
    {
        lock (_gate)
        {
            switch (JsonChange.Read(change, ArchiveChangeJson.Default.ArchiveChange))
            {
                case ArchiveChange.Added added:
                    Content(added.Archive).Add(added.Event, options.MaximumArchiveBytes);
                    _last = Math.Max(_last, added.Event.Order);
                    break;
                case ArchiveChange.Removed removed:
                    _contents.Remove(removed.Archive);
                    _last = Math.Max(_last, removed.Order);
                    break;
                default:
                    throw new InvalidDataException("A change of archives is none.");
            }
        }
    }

    public IEnumerable<StateChange> Snapshot()
    {
        lock (_gate)
        {
            return
            [
                .. _contents.SelectMany(static pair => pair.Value.Events.Select(archived => new ArchiveChange.Added(pair.Key, archived))),
            ];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _contents.Clear();
        }
    }

    private ArchiveContent Content(ArchiveKey archive) =>
        _contents.TryGetValue(archive, out var content) ? content : _contents[archive] = new ArchiveContent();

    private ArchiveContent Expire(ArchiveContent content, int retentionDays)
    {
        if (retentionDays > 0)
        {
            content.Expire(clock.GetUtcNow() - TimeSpan.FromDays(retentionDays));
        }

        return content;
    }
}
