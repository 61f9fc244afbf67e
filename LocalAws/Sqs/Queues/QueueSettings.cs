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
        Redrive = attributes.TryGetValue(RedrivePolicyJson.Attribute, out var policy) ? RedrivePolicyJson.Read(policy) : null;
    }

    /// <summary>The settings of a queue that was created without any.</summary>
    public static QueueSettings Default { get; } = new(QueueAttributeRules.Defaults);

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

    /// <summary>The same with <paramref name="changes"/>; an empty value takes a policy away.</summary>
    /// <exception cref="AwsException">A name or a value is not allowed.</exception>
    public QueueSettings With(IReadOnlyCollection<KeyValuePair<string, string>> changes)
    {
        var attributes = _attributes.ToBuilder();
        foreach (var (name, value) in changes)
        {
            if (QueueAttributeRules.Check(name, value) is { } accepted)
            {
                attributes[name] = accepted;
            }
            else
            {
                attributes.Remove(name);
            }
        }

        EncryptionRules.Apply(changes, attributes);
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
