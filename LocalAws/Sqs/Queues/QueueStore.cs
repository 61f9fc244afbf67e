using System.Collections.Concurrent;
using LocalAws.Protocol;
using LocalAws.Sqs.Messages;
using LocalAws.State;

namespace LocalAws.Sqs.Queues;

/// <summary>All queues of all Regions, for SQS's own operations and for the other services of this cloud.</summary>
internal sealed class QueueStore(TimeProvider clock, IStateLog log, QueueInstruments instruments)
{
    private readonly ConcurrentDictionary<QueueKey, Queue> _queues = [];
    private readonly ConcurrentDictionary<QueueKey, IReadOnlyDictionary<string, string>> _tags = [];
    private readonly Lock _changes = new();

    /// <summary>All queues, in no order.</summary>
    public IEnumerable<Queue> All => _queues.Select(static pair => pair.Value);

    /// <summary>The queue, or null.</summary>
    public Queue? Find(QueueKey key) => _queues.GetValueOrDefault(key);

    /// <summary>The queue of an ARN, or null.</summary>
    public Queue? FindByArn(string arn) => QueueKey.FromArn(arn) is { } key ? Find(key) : null;

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

            var settings = CheckRedrive(QueueSettings.Default.With(attributes), attributes);
            var queue = new Queue(key, settings, clock, log, instruments, FindByArn);
            log.Append(new QueueChange.Created(key, queue.CreatedAt));
            log.Append(new QueueChange.Configured(key, settings.Attributes, queue.CreatedAt));
            Tag(key, tags ?? new Dictionary<string, string>());
            return _queues[key] = queue;
        }
    }

    /// <summary>Changes attributes.</summary>
    /// <exception cref="AwsException">There is no such queue, or an attribute is not allowed.</exception>
    public void SetAttributes(QueueKey key, IReadOnlyDictionary<string, string> attributes)
    {
        lock (_changes)
        {
            var queue = Find(key) ?? throw SqsErrors.NoSuchQueue();
            var settings = CheckRedrive(queue.Settings.With(attributes), attributes);
            queue.Configure(settings);
            log.Append(new QueueChange.Configured(key, settings.Attributes, queue.LastModifiedAt));
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

            _tags.TryRemove(key, out _);
            log.Append(new QueueChange.Deleted(key));
            queue.Dispose();
            return true;
        }
    }

    /// <summary>The tags of a queue, by key.</summary>
    public IReadOnlyDictionary<string, string> Tags(QueueKey key) =>
        _tags.GetValueOrDefault(key) ?? new Dictionary<string, string>();

    /// <summary>Replaces the tags of a queue.</summary>
    public void Tag(QueueKey key, IReadOnlyDictionary<string, string> tags)
    {
        _tags[key] = tags;
        log.Append(new QueueChange.Tagged(key, tags));
    }

    /// <summary>Sends a message on behalf of another service of this cloud, such as a rule of EventBridge.</summary>
    public ServiceSend SendFromService(string queueArn, MessageContent content)
    {
        if (FindByArn(queueArn) is not { } queue)
        {
            return ServiceSend.NoSuchQueue;
        }

        if (MessageRules.FindFault(content, queue.Settings.MaximumMessageSize) is not null)
        {
            return ServiceSend.Refused;
        }

        return queue.Send(content, queue.Key.Scope.Account) is null ? ServiceSend.NoSuchQueue : ServiceSend.Sent;
    }

    private QueueSettings CheckRedrive(QueueSettings settings, IReadOnlyDictionary<string, string> changes)
    {
        if (settings.Redrive is { } redrive
            && changes.TryGetValue(RedrivePolicyJson.Attribute, out var value)
            && FindByArn(redrive.DeadLetterArn) is null)
        {
            throw SqsErrors.Parameter(value, RedrivePolicyJson.Attribute, "Dead letter target does not exist.");
        }

        return settings;
    }
}
