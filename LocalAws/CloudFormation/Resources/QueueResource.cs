using LocalAws.Sqs.Queues;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::SQS::Queue</c>.</summary>
internal sealed class QueueResource(QueueStore queues) : ResourceType(
    "AWS::SQS::Queue",
    ["Arn", "QueueName", "QueueUrl"],
    [
        ("QueueName", Identity), ("FifoQueue", Identity), .. PlainAttributes.Select(static name => (name, Optional)),
        .. Documents.Select(static name => (name, Optional)), ("Tags", Optional),
    ])
{
    private static readonly string[] PlainAttributes =
    [
        "ContentBasedDeduplication", "DeduplicationScope", "DelaySeconds", "FifoThroughputLimit", "KmsDataKeyReusePeriodSeconds",
        "KmsMasterKeyId", "MaximumMessageSize", "MessageRetentionPeriod", "ReceiveMessageWaitTimeSeconds", "SqsManagedSseEnabled", "VisibilityTimeout",
    ];

    private static readonly string[] Documents = ["RedrivePolicy", "RedriveAllowPolicy"];

    public override string NameProperty => "QueueName";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties)
    {
        var key = new QueueKey(context.Scope, properties.Text("QueueName") ?? context.GenerateName(80));
        if (queues.Find(key) is not null)
        {
            throw ResourceErrors.Exists(Name, key.Url(context.Host));
        }

        var attributes = ReadAttributes(properties);
        if (properties.Text("FifoQueue") is { } fifo)
        {
            attributes["FifoQueue"] = fifo;
        }

        queues.Create(key, attributes, properties.Tags());
        return Describe(context, key);
    }

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties)
    {
        var key = KeyOf(context, existing);
        var attributes = ReadAttributes(properties);
        // What the template no longer has goes back to its default, or away.
        foreach (var removed in existing.Properties.Select(static property => property.Key).Where(name => !attributes.ContainsKey(name)))
        {
            if (PlainAttributes.Contains(removed) || Documents.Contains(removed))
            {
                attributes[removed] = QueueSettings.Default.Attributes.GetValueOrDefault(removed) ?? "";
            }
        }

        queues.SetAttributes(key, attributes);
        queues.Tag(key, properties.Tags());
        return Describe(context, key);
    }

    public override void Delete(ResourceContext context, ResourceInstance existing) => queues.Delete(KeyOf(context, existing));

    private static QueueKey KeyOf(ResourceContext context, ResourceInstance existing) => new(context.Scope, existing.Attributes["QueueName"]);

    private static Dictionary<string, string> ReadAttributes(ResourceProperties properties)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in PlainAttributes)
        {
            Add(name, properties.Text(name));
        }

        foreach (var name in Documents)
        {
            Add(name, properties.Json(name));
        }

        return attributes;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                attributes[name] = value;
            }
        }
    }

    private static ResourceInstance Describe(ResourceContext context, QueueKey key)
    {
        var url = key.Url(context.Host);
        return ResourceInstance.Of(url, ("Arn", key.Arn), ("QueueName", key.Name), ("QueueUrl", url));
    }
}
