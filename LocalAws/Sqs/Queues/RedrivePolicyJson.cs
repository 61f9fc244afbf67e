using System.Globalization;
using System.Text.Json;
using LocalAws.Protocol;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// The queue attribute <c>RedrivePolicy</c>: <c>{"deadLetterTargetArn":"…","maxReceiveCount":3}</c>; the count may be text.
/// </summary>
internal static class RedrivePolicyJson
{
    /// <summary>The attribute's name.</summary>
    public const string Attribute = "RedrivePolicy";

    private const string TargetProperty = "deadLetterTargetArn";
    private const string CountProperty = "maxReceiveCount";
    private const int MaximumCount = 1_000;

    /// <summary>The value if it is a policy, null if it is empty.</summary>
    /// <exception cref="AwsException">It is neither.</exception>
    public static string? Check(string value)
    {
        if (value.Length == 0)
        {
            return null;
        }

        Read(value);
        return value;
    }

    /// <summary>Reads a policy.</summary>
    /// <exception cref="AwsException">It is none.</exception>
    public static RedrivePolicy Read(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Invalid(value, "Redrive policy is not a valid JSON map.");
            }

            return new RedrivePolicy(ReadTarget(document.RootElement, value), ReadCount(document.RootElement, value));
        }
        catch (JsonException)
        {
            throw Invalid(value, "Redrive policy is not a valid JSON map.");
        }
    }

    private static string ReadTarget(JsonElement policy, string value)
    {
        if (!policy.TryGetProperty(TargetProperty, out var target))
        {
            throw Invalid(value, $"Redrive policy does not contain mandatory attribute: {TargetProperty}.");
        }

        return target.ValueKind == JsonValueKind.String && QueueKey.FromArn(target.GetString()!) is not null
            ? target.GetString()!
            : throw Invalid(value, $"Invalid value for {TargetProperty}.");
    }

    private static int ReadCount(JsonElement policy, string value)
    {
        if (!policy.TryGetProperty(CountProperty, out var count))
        {
            throw Invalid(value, $"Redrive policy does not contain mandatory attribute: {CountProperty}.");
        }

        var text = count.ValueKind == JsonValueKind.String ? count.GetString() : count.GetRawText();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MaximumCount
            ? number
            : throw Invalid(value, $"Invalid value for {CountProperty}: {text}, valid values are from 1 to {MaximumCount} both inclusive.");
    }

    private static AwsException Invalid(string value, string reason) => SqsErrors.Parameter(value, Attribute, reason);
}
