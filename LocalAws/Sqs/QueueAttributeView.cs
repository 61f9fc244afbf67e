using System.Globalization;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs;

/// <summary>All attributes of a queue that a caller may read: the settable ones and those that the queue counts.</summary>
internal static class QueueAttributeView
{
    private const string All = "All";

    private static readonly HashSet<string> OptionalNames =
        new(["KmsDataKeyReusePeriodSeconds", "KmsMasterKeyId", "Policy", "RedriveAllowPolicy", "RedrivePolicy"], StringComparer.Ordinal);

    private static readonly HashSet<string> FifoNames =
        new(["ContentBasedDeduplication", "DeduplicationScope", "FifoQueue", "FifoThroughputLimit"], StringComparer.Ordinal);

    /// <exception cref="AwsException">A name is none of an attribute.</exception>
    public static IReadOnlyDictionary<string, string> Read(Queue queue, IReadOnlyCollection<string?> names)
    {
        if (names.Count == 0)
        {
            return new Dictionary<string, string>();
        }

        var attributes = Describe(queue);
        if (names.Contains(All))
        {
            return attributes;
        }

        var unknown = names.FirstOrDefault(name =>
            name is null || (!attributes.ContainsKey(name) && !OptionalNames.Contains(name) && !FifoNames.Contains(name)));
        if (unknown is not null)
        {
            throw SqsErrors.UnknownAttribute(unknown);
        }

        return attributes.Where(pair => names.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Describe(Queue queue)
    {
        var counts = queue.Count();
        return new Dictionary<string, string>(queue.Settings.Attributes, StringComparer.Ordinal)
        {
            ["QueueArn"] = queue.Key.Arn,
            ["ApproximateNumberOfMessages"] = Text(counts.Visible),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(counts.InFlight),
            ["ApproximateNumberOfMessagesDelayed"] = Text(counts.Delayed),
            ["CreatedTimestamp"] = Text(queue.CreatedAt.ToUnixTimeSeconds()),
            ["LastModifiedTimestamp"] = Text(queue.LastModifiedAt.ToUnixTimeSeconds()),
        };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
