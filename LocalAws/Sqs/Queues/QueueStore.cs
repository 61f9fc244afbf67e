using System.Collections.Concurrent;
using LocalAws.Protocol;
using LocalAws.Sqs.Messages;
using LocalAws.State;

namespace LocalAws.Sqs.Queues;

/// <summary>All queues of all Regions, for SQS's own operations and for the other services of this cloud.</summary>
internal sealed class QueueStore(TimeProvider clock, IStateLog log) : IStatePart
{
    private static readonly TimeSpan NameRest = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<QueueKey, Queue> _queues = [];
    private readonly ConcurrentDictionary<QueueKey, IReadOnlyDictionary<string, string>> _tags = [];
    private readonly Dictionary<long, Queue> _byId = [];
    private readonly Dictionary<QueueKey, DateTimeOffset> _deletions = [];
    private readonly Lock _changes = new();
    private long _lastId;

    StatePartId IStatePart.Id => StatePartId.Queues;

    /// <summary>All queues, in no order.</summary>
    public IEnumerable<Queue> All => _queues.Select(static pair => pair.Value);

    /// <summary>The queue, or null.</summary>
    public Queue? Find(QueueKey key) => _queues.GetValueOrDefault(key);

    /// <summary>The queue of an ARN, or null.</summary>
    public Queue? FindByArn(string arn) => QueueKey.FromArn(arn) is { } key ? Find(key) : null;

    /// <summary>The queues whose dead-letter queue is <paramref name="queue"/>.</summary>
    public IEnumerable<Queue> SourcesOf(Queue queue) => All.Where(source => source.Settings.Redrive?.DeadLetterArn == queue.Arn);

    /// <summary>Creates a queue, or gives back the one of that name if its attributes agree with those asked for.</summary>
    /// <exception cref="AwsException">The name or an attribute is not allowed, or a queue of that name differs.</exception>
    public Queue Create(
        QueueKey key, IReadOnlyDictionary<string, string> attributes, IReadOnlyDictionary<string, string>? tags = null)
    {
        QueueNameRules.Check(key.Name, attributes);
        lock (_changes)
        {
            if (Find(key) is { } existing)
            {
                return existing.Settings.FindDifference(attributes) is { } attribute ? throw SqsErrors.QueueExists(attribute) : existing;
            }

            var now = clock.GetUtcNow();
            if (_deletions.TryGetValue(key, out var deletedAt) && now < deletedAt + NameRest)
            {
                throw SqsErrors.DeletedRecently();
            }

            var settings = CheckRedrive(key, QueueSettings.New(key).With(attributes), attributes);
            var identity = new QueueIdentity(++_lastId, key, now.ToUnixTimeMilliseconds());
            var queue = new Queue(identity, settings, clock, log, FindByArn);
            log.Append(new QueueChange.Created(queue.Id, key, identity.CreatedAt));
            log.Append(new QueueChange.Configured(queue.Id, settings.Attributes, identity.CreatedAt));
            _byId[queue.Id] = queue;
            _queues[key] = queue;
            if (tags is { Count: > 0 })
            {
                Tag(key, tags);
            }

            return queue;
        }
    }

    /// <summary>Changes attributes.</summary>
    /// <exception cref="AwsException">There is no such queue, or an attribute is not allowed.</exception>
    public void SetAttributes(QueueKey key, IReadOnlyDictionary<string, string> attributes)
    {
        lock (_changes)
        {
            var queue = Find(key) ?? throw SqsErrors.NoSuchQueue();
            var settings = CheckRedrive(key, queue.Settings.With(attributes), attributes);
            queue.Configure(settings);
            log.Append(new QueueChange.Configured(queue.Id, settings.Attributes, queue.LastModifiedAt.ToUnixTimeMilliseconds()));
        }
    }

    /// <summary>Deletes a queue with all of its messages; false: there is none.</summary>
    public bool Delete(QueueKey key)
    {
        lock (_changes)
        {
            if (!_queues.TryRemove(key, out var queue))
            {
                return false;
            }

            var now = clock.GetUtcNow();
            foreach (var (past, _) in _deletions.Where(deletion => deletion.Value + NameRest <= now).ToList())
            {
                _deletions.Remove(past);
            }

            _tags.TryRemove(key, out _);
            _byId.Remove(queue.Id);
            _deletions[key] = now;
            log.Append(new QueueChange.Deleted(queue.Id, key, now.ToUnixTimeMilliseconds()));
            queue.Dispose();
            return true;
        }
    }

    /// <summary>The tags of a queue, by key.</summary>
    public IReadOnlyDictionary<string, string> Tags(QueueKey key) =>
        _tags.GetValueOrDefault(key) ?? new Dictionary<string, string>();

    /// <summary>Replaces the tags of a queue; nothing if it does not exist.</summary>
    public void Tag(QueueKey key, IReadOnlyDictionary<string, string> tags)
    {
        lock (_changes)
        {
            if (Find(key) is { } queue)
            {
                _tags[key] = tags;
                log.Append(new QueueChange.Tagged(queue.Id, tags));
            }
        }
    }

    /// <summary>Sends a message on behalf of another service of this cloud, such as a rule of EventBridge.</summary>
    public ServiceSend SendFromService(string queueArn, MessageContent content)
    {
        if (FindByArn(queueArn) is not { } queue)
        {
            return ServiceSend.NoSuchQueue;
        }

        try
        {
            var message = MessageRules.Complete(content, queue.Settings);
            return queue.Send(message, queue.Key.Scope.Account) is null ? ServiceSend.NoSuchQueue : ServiceSend.Sent;
        }
        catch (AwsException)
        {
            return ServiceSend.Refused;
        }
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlySpan<byte> change)
    {
        var read = QueueChangeCodec.Read(change);
        lock (_changes)
        {
            Restore(read);
        }
    }

    /// <inheritdoc/>
    public void Resume()
    {
        foreach (var queue in All)
        {
            queue.Count();
        }
    }

    /// <inheritdoc/>
    public IEnumerable<StateChange> Snapshot()
    {
        List<StateChange> changes = [];
        List<Queue> queues;
        lock (_changes)
        {
            queues = [.. _byId.Values.OrderBy(static queue => queue.Id)];
            foreach (var queue in queues)
            {
                changes.Add(new QueueChange.Created(queue.Id, queue.Key, queue.CreatedAt.ToUnixTimeMilliseconds()));
                changes.Add(new QueueChange.Configured(
                    queue.Id, queue.Settings.Attributes, queue.LastModifiedAt.ToUnixTimeMilliseconds()));
                if (Tags(queue.Key) is { Count: > 0 } tags)
                {
                    changes.Add(new QueueChange.Tagged(queue.Id, tags));
                }
            }

            changes.AddRange(_deletions.Select(deletion =>
                new QueueChange.Deleted(_lastId, deletion.Key, deletion.Value.ToUnixTimeMilliseconds())).Where(deletion => Find(deletion.Key) is null));
        }

        // Each queue under its own lock: what it changes meanwhile stands behind, in the log.
        return changes.Concat(queues.SelectMany(static queue => queue.Snapshot()));
    }

    /// <inheritdoc/>
    public void Clear()
    {
        lock (_changes)
        {
            foreach (var queue in _byId.Values)
            {
                queue.Dispose();
            }

            _byId.Clear();
            _queues.Clear();
            _tags.Clear();
            _deletions.Clear();
        }
    }

    private void Restore(QueueChange change)
    {
        _lastId = Math.Max(_lastId, change.Queue);
        switch (change)
        {
            case QueueChange.Created created when !_byId.ContainsKey(created.Queue):
                _byId[created.Queue] = _queues[created.Key] = new Queue(
                    new QueueIdentity(created.Queue, created.Key, created.At), QueueSettings.New(created.Key), clock, log, FindByArn);
                break;
            case QueueChange.Created:
                break;
            case QueueChange.Deleted deleted:
                Forget(deleted);
                break;
            case QueueChange.Tagged tagged when _byId.TryGetValue(tagged.Queue, out var queue):
                _tags[queue.Key] = tagged.Tags;
                break;
            default:
                if (_byId.TryGetValue(change.Queue, out var other))
                {
                    other.Restore(change);
                }

                break;
        }
    }

    private void Forget(QueueChange.Deleted deleted)
    {
        _deletions[deleted.Key] = DateTimeOffset.FromUnixTimeMilliseconds(deleted.At);
        if (_byId.TryGetValue(deleted.Queue, out var queue) && queue.Key == deleted.Key)
        {
            _byId.Remove(deleted.Queue);
            _queues.TryRemove(deleted.Key, out _);
            _tags.TryRemove(deleted.Key, out _);
            queue.Dispose();
        }
    }

    private QueueSettings CheckRedrive(QueueKey key, QueueSettings settings, IReadOnlyDictionary<string, string> changes)
    {
        if (settings.Redrive is not { } redrive || !changes.TryGetValue(RedrivePolicyJson.Attribute, out var value))
        {
            return settings;
        }

        var target = FindByArn(redrive.DeadLetterArn)
            ?? throw SqsErrors.Parameter(value, RedrivePolicyJson.Attribute, "Dead letter target does not exist.");
        if (target.Settings.IsFifo != settings.IsFifo)
        {
            throw SqsErrors.Parameter(
                value, RedrivePolicyJson.Attribute, "Dead-letter queue must be same type of queue as the source.");
        }

        return target.Settings.RedriveAllow is null || target.Settings.RedriveAllow.Allows(key.Arn)
            ? settings
            : throw SqsErrors.Parameter(
                value, RedrivePolicyJson.Attribute, "The dead-letter queue's redrive allow policy does not permit this source queue.");
    }
}
