using System.Text.Json;
using LocalAws.Protocol;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// The queue attribute <c>RedriveAllowPolicy</c>: which queues may name this one as their dead-letter queue. Source:
/// API_SetQueueAttributes.
/// </summary>
internal sealed record RedriveAllowPolicy(string Permission, IReadOnlyList<string> Sources)
{
    /// <summary>The attribute's name.</summary>
    public const string Attribute = "RedriveAllowPolicy";

    private const string AllowAll = "allowAll";
    private const string DenyAll = "denyAll";
    private const string ByQueue = "byQueue";
    private const int MaximumSources = 10;

    /// <summary>Whether the queue of this ARN may.</summary>
    public bool Allows(string sourceArn) => Permission == AllowAll || (Permission == ByQueue && Sources.Contains(sourceArn));

    /// <summary>Reads a policy.</summary>
    /// <exception cref="AwsException">It is none.</exception>
    public static RedriveAllowPolicy Read(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Invalid(value, "Redrive allow policy is not a valid JSON map.");
            }

            return Read(document.RootElement, value);
        }
        catch (JsonException)
        {
            throw Invalid(value, "Redrive allow policy is not a valid JSON map.");
        }
    }

    private static RedriveAllowPolicy Read(JsonElement policy, string value)
    {
        var permission = policy.TryGetProperty("redrivePermission", out var given) && given.ValueKind == JsonValueKind.String
            ? given.GetString()!
            : throw Invalid(value, "Redrive allow policy does not contain mandatory attribute: redrivePermission.");
        var hasSources = policy.TryGetProperty("sourceQueueArns", out var arns);
        if (permission is AllowAll or DenyAll && !hasSources)
        {
            return new RedriveAllowPolicy(permission, []);
        }

        if (permission != ByQueue)
        {
            throw Invalid(value, permission is AllowAll or DenyAll
                ? "sourceQueueArns is only allowed with redrivePermission byQueue."
                : $"Invalid value for redrivePermission: {permission}, valid values are {AllowAll}, {DenyAll}, {ByQueue}.");
        }

        return hasSources
            && arns.ValueKind == JsonValueKind.Array
            && arns.GetArrayLength() is >= 1 and <= MaximumSources
            && arns.EnumerateArray().All(static arn => arn.ValueKind == JsonValueKind.String && QueueKey.FromArn(arn.GetString()!) is not null)
            ? new RedriveAllowPolicy(permission, [.. arns.EnumerateArray().Select(static arn => arn.GetString()!)])
            : throw Invalid(value, $"sourceQueueArns must have 1 to {MaximumSources} ARNs of queues.");
    }

    private static AwsException Invalid(string value, string reason) => SqsErrors.Parameter(value, Attribute, reason);
}
