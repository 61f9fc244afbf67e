using LocalAws.Protocol;

namespace LocalAws.Sqs.Queues;

/// <summary>What a queue may be called. Source: API_CreateQueue.</summary>
internal static class QueueNameRules
{
    private const int MaximumLength = 80;
    private const string FifoSuffix = ".fifo";

    /// <exception cref="AwsException">The name is not allowed.</exception>
    public static void Check(string name, IReadOnlyDictionary<string, string> attributes)
    {
        if (name.EndsWith(FifoSuffix, StringComparison.Ordinal) && attributes.GetValueOrDefault("FifoQueue") == "true")
        {
            throw SqsErrors.AttributeValue("FifoQueue", "FIFO queues are not supported here yet.");
        }

        if (name.Length is 0 or > MaximumLength || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw SqsErrors.Parameter("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
    }
}
