using System.Collections.Immutable;
using System.Globalization;
using LocalAws.Protocol;

namespace LocalAws.Sqs.Queues;

/// <summary>The attributes of a queue that a caller may set, checked and read.</summary>
internal sealed record QueueSettings
{
    private readonly ImmutableSortedDictionary<string, string> _attributes;

    private QueueSettings(ImmutableSortedDictionary<string, string> attributes)
    {
        _attributes = attributes;
        Delay = Seconds("DelaySeconds");
        VisibilityTimeout = Seconds("VisibilityTimeout");
        Retention = Seconds("MessageRetentionPeriod");
        ReceiveWait = Seconds("ReceiveMessageWaitTimeSeconds");
        MaximumMessageSize = int.Parse(attributes["MaximumMessageSize"], CultureInfo.InvariantCulture);
        IsFifo = attributes.GetValueOrDefault("FifoQueue") == "true";
        DeduplicatesByContent = attributes.GetValueOrDefault("ContentBasedDeduplication") == "true";
        DeduplicatesByGroup = attributes.GetValueOrDefault("DeduplicationScope") == "messageGroup";
        RedriveAllow = attributes.TryGetValue(RedriveAllowPolicy.Attribute, out var allow) ? RedriveAllowPolicy.Read(allow) : null;
        Redrive = attributes.TryGetValue(RedrivePolicyJson.Attribute, out var policy) ? RedrivePolicyJson.Read(policy) : null;
    }

    /// <summary>The settings of a queue that was created without any.</summary>
    public static QueueSettings Default { get; } = new(QueueAttributeRules.Defaults);

    /// <summary>The settings of a FIFO queue that was created without any others.</summary>
    public static QueueSettings DefaultFifo { get; } = new(QueueAttributeRules.FifoDefaults);

    /// <summary>Whether order is kept within message groups, and duplicates are dropped.</summary>
    public bool IsFifo { get; }

    /// <summary>Whether the body makes a deduplication id where the sender gives none.</summary>
    public bool DeduplicatesByContent { get; }

    /// <summary>Whether duplicates are known within a message group only.</summary>
    public bool DeduplicatesByGroup { get; }

    /// <summary>Which queues may give up messages to this one; null: all of them.</summary>
    public RedriveAllowPolicy? RedriveAllow { get; }

    /// <summary>How long a message is hidden after it was sent.</summary>
    public TimeSpan Delay { get; }

    /// <summary>How long a message is hidden after it was received.</summary>
    public TimeSpan VisibilityTimeout { get; }

    /// <summary>How long a message is kept.</summary>
    public TimeSpan Retention { get; }

    /// <summary>How long a receive waits for messages.</summary>
    public TimeSpan ReceiveWait { get; }

    /// <summary>Bytes that a message may have, attributes included.</summary>
    public int MaximumMessageSize { get; }

    /// <summary>When and where messages are given up; null: never.</summary>
    public RedrivePolicy? Redrive { get; }

    /// <summary>All settable attributes that have a value, by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes => _attributes;

    /// <summary>The settings that a queue of this name begins with.</summary>
    public static QueueSettings New(QueueKey key) => key.Name.EndsWith(QueueNameRules.FifoSuffix, StringComparison.Ordinal) ? DefaultFifo : Default;

    /// <summary>Settings that were accepted earlier.</summary>
    public static QueueSettings Restore(IReadOnlyDictionary<string, string> attributes) =>
        new(QueueAttributeRules.Defaults.SetItems(attributes));

    /// <summary>The same with <paramref name="changes"/>; an empty value takes a policy away.</summary>
    /// <exception cref="AwsException">A name or a value is not allowed.</exception>
    public QueueSettings With(IReadOnlyCollection<KeyValuePair<string, string>> changes)
    {
        var attributes = _attributes.ToBuilder();
        foreach (var (name, value) in changes)
        {
            if (QueueAttributeRules.Check(name, value, IsFifo) is { } accepted)
            {
                attributes[name] = accepted;
            }
            else
            {
                attributes.Remove(name);
            }
        }

        EncryptionRules.Apply(changes, attributes);
        QueueAttributeRules.CheckThroughput(attributes);
        return new QueueSettings(attributes.ToImmutable());
    }

    /// <summary>The first of <paramref name="wanted"/> that these settings have otherwise; null: they agree.</summary>
    public string? FindDifference(IReadOnlyCollection<KeyValuePair<string, string>> wanted)
    {
        var other = With(wanted);
        return wanted.Select(static pair => pair.Key).FirstOrDefault(name =>
            _attributes.GetValueOrDefault(name) != other._attributes.GetValueOrDefault(name));
    }

    private TimeSpan Seconds(string name) => TimeSpan.FromSeconds(int.Parse(_attributes[name], CultureInfo.InvariantCulture));
}
