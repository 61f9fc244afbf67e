using LocalAws.Protocol;

namespace LocalAws.Sqs.Queues;

/// <summary>What a queue may be called. Source: API_CreateQueue.</summary>
internal static class QueueNameRules
{
    /// <summary>What the name of a FIFO queue ends with, and that of no other.</summary>
    public const string FifoSuffix = ".fifo";

    private const int MaximumLength = 80;

    /// <exception cref="AwsException">The name is not allowed.</exception>
    public static void Check(string name, IReadOnlyDictionary<string, string> attributes)
    {
        var wantsFifo = string.Equals(attributes.GetValueOrDefault("FifoQueue"), "true", StringComparison.OrdinalIgnoreCase);
        var stem = wantsFifo && name.EndsWith(FifoSuffix, StringComparison.Ordinal) ? name[..^FifoSuffix.Length] : name;
        if (wantsFifo && stem.Length == name.Length)
        {
            throw SqsErrors.Parameter(
                "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, "
                + "must end with .fifo suffix and be 1 to 80 in length.");
        }

        if (stem.Length == 0
            || name.Length > MaximumLength
            || !stem.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw SqsErrors.Parameter("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
    }
}
