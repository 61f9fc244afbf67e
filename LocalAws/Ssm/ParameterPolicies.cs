using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>Reads the policies of a parameter. Source: "Assigning parameter policies in Parameter Store", and the errors of API_PutParameter.</summary>
internal static class ParameterPolicies
{
    private const int MaximumPolicies = 10;
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>The policies in a JSON array; null: the caller gives none, and those of the version before stay.</summary>
    /// <exception cref="AwsException">A policy is refused.</exception>
    public static ImmutableList<ParameterPolicy>? Read(string? text, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        using var document = Parse(text);
        ImmutableList<ParameterPolicy> policies = document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Where(static policy => !IsEmpty(policy)).Select(policy => ReadOne(policy, now))]
            : throw Attribute("Policies must be a JSON array.");
        if (policies.Count > MaximumPolicies)
        {
            throw new AwsException(
                "PoliciesLimitExceededException",
                $"You specified more than the maximum number of allowed policies for the parameter. The maximum is {MaximumPolicies}.");
        }

        var expirations = policies.Count(static policy => policy.Type == ParameterPolicy.Expiration);
        if (expirations > 1)
        {
            throw Incompatible("You can't specify two Expiration policies for a parameter.");
        }

        return expirations == 1 || policies.TrueForAll(static policy => policy.Type != ParameterPolicy.ExpirationNotification)
            ? policies
            : throw Incompatible("An ExpirationNotification policy needs an Expiration policy.");
    }

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            throw Attribute("Policies must be a JSON array.");
        }
    }

    /// <summary>An empty policy stands for none at all.</summary>
    private static bool IsEmpty(JsonElement policy) => policy.ValueKind == JsonValueKind.Object && !policy.EnumerateObject().Any();

    private static ParameterPolicy ReadOne(JsonElement policy, DateTimeOffset now)
    {
        var type = Text(policy, "Type");
        if (type is not (ParameterPolicy.Expiration or ParameterPolicy.ExpirationNotification or ParameterPolicy.NoChangeNotification))
        {
            throw new AwsException(
                "InvalidPolicyTypeException",
                "The policy type isn't supported. Parameter Store supports the following policy types: "
                + "Expiration, ExpirationNotification, and NoChangeNotification.");
        }

        if (Text(policy, "Version") != "1.0")
        {
            throw Attribute($"Version of the policy {type} must be 1.0.");
        }

        var attributes = policy.TryGetProperty("Attributes", out var given) ? given : default;
        var read = new ParameterPolicy(type, policy.GetRawText());
        return type switch
        {
            ParameterPolicy.Expiration => read with { Timestamp = ReadTimestamp(attributes, now) },
            ParameterPolicy.ExpirationNotification => read with { Distance = ReadDistance(type, attributes, "Before") },
            _ => read with { Distance = ReadDistance(type, attributes, "After") },
        };
    }

    private static DateTimeOffset ReadTimestamp(JsonElement attributes, DateTimeOffset now) =>
        DateTimeOffset.TryParseExact(
            Text(attributes, "Timestamp"), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var timestamp)
        && timestamp > now
            ? timestamp
            : throw Attribute("Timestamp of the policy Expiration must be a time to come, such as 2030-12-02T21:34:33.000Z.");

    private static TimeSpan ReadDistance(string type, JsonElement attributes, string name)
    {
        var unit = Text(attributes, "Unit");
        return int.TryParse(Text(attributes, name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && unit is "Days" or "Hours"
            ? unit == "Days" ? TimeSpan.FromDays(count) : TimeSpan.FromHours(count)
            : throw Attribute($"{name} of the policy {type} must be a whole number above 0, and Unit must be Days or Hours.");
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static AwsException Attribute(string reason) =>
        new("InvalidPolicyAttributeException", $"A policy attribute or its value is invalid. {reason}");

    private static AwsException Incompatible(string reason) =>
        new("IncompatiblePolicyException", $"There is a conflict in the policies specified for this parameter. {reason}");
}
