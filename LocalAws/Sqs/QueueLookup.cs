using LocalAws.Protocol;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs;

/// <summary>Finds the queue that a request means.</summary>
internal static class QueueLookup
{
    /// <exception cref="AwsException">The request names no queue, or one that does not exist.</exception>
    public static Queue Require(this QueueStore queues, QueueRequest request, CallContext call) =>
        queues.Find(KeyOf(request, call)) ?? throw SqsErrors.NoSuchQueue();

    /// <exception cref="AwsException">The request names no queue.</exception>
    public static QueueKey KeyOf(QueueRequest request, CallContext call)
    {
        return string.IsNullOrEmpty(request.QueueUrl) ? throw SqsErrors.Missing("QueueUrl") : KeyOf(request.QueueUrl, call);
    }

    /// <summary>The queue of a URL. A bare name is accepted too, as SQS does of SDKs that let it through.</summary>
    public static QueueKey KeyOf(string url, CallContext call) => QueueKey.FromUrl(url, call.Region) ?? new QueueKey(call.Scope, url);

    /// <exception cref="AwsException">It is no handle of this queue.</exception>
    public static ReceiptHandle RequireHandle(this Queue queue, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw SqsErrors.Missing("ReceiptHandle");
        }

        return ReceiptHandle.TryParse(text, out var handle) && handle.Queue == queue.Tag
            ? handle
            : throw SqsErrors.ReceiptHandle(text);
    }

    /// <summary>The pairs of a map, none of them null.</summary>
    /// <exception cref="AwsException">One is null.</exception>
    public static Dictionary<string, string> WithoutNulls(this Dictionary<string, string?>? map, string name) =>
        (map ?? []).ToDictionary(
            static pair => pair.Key,
            pair => pair.Value ?? throw SqsErrors.Parameter("null", name, $"{pair.Key} must have a value."),
            StringComparer.Ordinal);
}
