using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LocalAws.Protocol;

namespace LocalAws.Sqs.Queues;

/// <summary>Which attributes a queue has, their defaults and their ranges. Source: API_SetQueueAttributes.</summary>
internal static class QueueAttributeRules
{
    private static readonly FrozenDictionary<string, (int Minimum, int Maximum)> Numbers = new Dictionary<string, (int, int)>
    {
        ["DelaySeconds"] = (0, 900),
        ["KmsDataKeyReusePeriodSeconds"] = (60, 86_400),
        ["MaximumMessageSize"] = (1_024, 1_048_576),
        ["MessageRetentionPeriod"] = (60, 1_209_600),
        ["ReceiveMessageWaitTimeSeconds"] = (0, 20),
        ["VisibilityTimeout"] = (0, 43_200),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]> FifoChoices = new Dictionary<string, string[]>
    {
        ["DeduplicationScope"] = ["queue", "messageGroup"],
        ["FifoThroughputLimit"] = ["perQueue", "perMessageGroupId"],
    }.ToFrozenDictionary();

    /// <summary>The values that a new queue has.</summary>
    public static ImmutableSortedDictionary<string, string> Defaults { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("DelaySeconds", "0"),
            KeyValuePair.Create("MaximumMessageSize", "1048576"),
            KeyValuePair.Create("MessageRetentionPeriod", "345600"),
            KeyValuePair.Create("ReceiveMessageWaitTimeSeconds", "0"),
            KeyValuePair.Create("SqsManagedSseEnabled", "true"),
            KeyValuePair.Create("VisibilityTimeout", "30"),
        ]);

    /// <summary>The values that a new FIFO queue has.</summary>
    public static ImmutableSortedDictionary<string, string> FifoDefaults { get; } = Defaults.AddRange(
    [
        KeyValuePair.Create("ContentBasedDeduplication", "false"),
        KeyValuePair.Create("DeduplicationScope", "queue"),
        KeyValuePair.Create("FifoQueue", "true"),
        KeyValuePair.Create("FifoThroughputLimit", "perQueue"),
    ]);

    /// <summary>The value as it is kept, in its canonical form; null: the attribute is taken away.</summary>
    /// <exception cref="AwsException">The name or the value is not allowed.</exception>
    public static string? Check(string name, string value, bool isFifo) => name switch
    {
        _ when Numbers.TryGetValue(name, out var range) => Number(name, value, range.Minimum, range.Maximum),
        "SqsManagedSseEnabled" => Flag(name, value),
        "KmsMasterKeyId" => value.Length == 0 ? null : value,
        "Policy" => Document(name, value),
        RedriveAllowPolicy.Attribute => CheckAllow(value),
        RedrivePolicyJson.Attribute => RedrivePolicyJson.Check(value),
        "FifoQueue" when isFifo => Flag(name, value) == "true"
            ? "true"
            : throw SqsErrors.AttributeValue(name, "Modifying queue type is not supported."),
        "ContentBasedDeduplication" when isFifo => Flag(name, value),
        _ when FifoChoices.TryGetValue(name, out var choices) => isFifo
            ? Array.Find(choices, choice => choice == value) ?? throw SqsErrors.AttributeValue(name)
            : throw new AwsException("InvalidAttributeName", $"You can specify the {name} only when FifoQueue is set to true."),
        _ => throw SqsErrors.UnknownAttribute(name),
    };

    /// <summary>High throughput by message group needs duplicates to be known by message group too.</summary>
    /// <exception cref="AwsException">It is asked for without.</exception>
    public static void CheckThroughput(IReadOnlyDictionary<string, string> attributes)
    {
        if (attributes.GetValueOrDefault("FifoThroughputLimit") == "perMessageGroupId"
            && attributes.GetValueOrDefault("DeduplicationScope") != "messageGroup")
        {
            throw SqsErrors.AttributeValue(
                "FifoThroughputLimit", "The perMessageGroupId value is allowed only when the value for DeduplicationScope is messageGroup.");
        }
    }

    private static string? CheckAllow(string value)
    {
        if (value.Length == 0)
        {
            return null;
        }

        RedriveAllowPolicy.Read(value);
        return value;
    }

    private static string Number(string name, string value, int minimum, int maximum) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= minimum
        && number <= maximum
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw SqsErrors.AttributeValue(name);

    private static string Flag(string name, string value) => value.ToUpperInvariant() switch
    {
        "TRUE" => "true",
        "FALSE" => "false",
        _ => throw SqsErrors.AttributeValue(name),
    };

    private static string? Document(string name, string value)
    {
        if (value.Length == 0)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(value);
            return document.RootElement.ValueKind == JsonValueKind.Object ? value : throw SqsErrors.AttributeValue(name);
        }
        catch (JsonException)
        {
            throw SqsErrors.AttributeValue(name);
        }
    }
}
