using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;
using LocalAws.SecretsManager;
using LocalAws.Ssm;

namespace LocalAws.CloudFormation.Resources;

/// <summary>
/// References such as <c>{{resolve:ssm:/name}}</c>. They are resolved for the service that makes a resource only: what a
/// stack remembers of the resource still has the reference. Source: CloudFormation User Guide, "Dynamic references".
/// </summary>
internal sealed partial class DynamicReferences(SsmStore parameters, SecretStore secrets)
{
    /// <summary>An ARN of a secret has this many parts, colons between them.</summary>
    private const int ArnParts = 7;

    /// <summary>The properties with the values that they refer to.</summary>
    /// <exception cref="AwsException">A value is not there.</exception>
    public ResourceProperties Resolve(AwsScope scope, JsonObject properties) => new((JsonObject)Replace(scope, properties)!);

    /// <summary>The properties as they were given before, as far as the values that they refer to are still there.</summary>
    public JsonObject ResolveFormer(AwsScope scope, JsonObject properties)
    {
        try
        {
            return (JsonObject)Replace(scope, properties)!;
        }
        catch (AwsException)
        {
            // What is gone must not keep its resource from being changed or deleted.
            return properties;
        }
    }

    private JsonNode? Replace(AwsScope scope, JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Replace(scope, member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Replace(scope, item))]),
        JsonValue value when value.TryGetValue(out string? text) && text.Contains("{{resolve:", StringComparison.Ordinal) =>
            JsonValue.Create(DynamicReference().Replace(text, found => Find(scope, found.Groups["service"].Value, found.Groups["what"].Value))),
        _ => node?.DeepClone(),
    };

    private string Find(AwsScope scope, string service, string what) =>
        service == "secretsmanager" ? FindSecret(scope, what) : FindParameter(scope, what, isSecure: service == "ssm-secure");

    private string FindParameter(AwsScope scope, string what, bool isSecure)
    {
        var parameter = parameters.Find(scope, ParameterReference.Read(what))
            ?? throw TemplateErrors.Validation($"Parameters: [{what}] cannot be found.");
        return (parameter.Type == "SecureString") == isSecure
            ? parameter.Value
            : throw TemplateErrors.Validation($"Parameters: [{what}] referenced by template have types not supported by CloudFormation.");
    }

    /// <summary>Reads <c>id:SecretString:key:stage:version</c>, all but the id optional.</summary>
    private string FindSecret(AwsScope scope, string what)
    {
        var parts = what.Split(':');
        var length = Math.Min(parts[0] == "arn" ? ArnParts : 1, parts.Length);
        var secret = secrets.RequireAlive(scope, string.Join(':', parts[..length]));
        var rest = parts[length..];
        var (key, stage, version) = (Part(rest, 1), Part(rest, 2) ?? SecretStages.Current, Part(rest, 3));
        var found = version is null ? secret.AtStage(stage) : secret.Versions.Find(each => each.Id == version);
        var text = found?.Value.Text ?? throw SecretErrors.ValueNotFound(version is null ? $"staging label: {stage}" : $"VersionId: {version}");
        return key is null ? text : Member(text, key);
    }

    private static string? Part(string[] parts, int index) => index < parts.Length && parts[index].Length > 0 ? parts[index] : null;

    private static string Member(string json, string key)
    {
        try
        {
            if (JsonNode.Parse(json) is JsonObject members && members[key] is JsonValue value)
            {
                return TemplateParser.Scalar(value);
            }
        }
        catch (JsonException)
        {
            // A secret that is no JSON document has no members.
        }

        throw TemplateErrors.Validation($"Could not find a value associated with JSONKey {key} in SecretString");
    }

    [GeneratedRegex(@"\{\{resolve:(?<service>ssm|ssm-secure|secretsmanager):(?<what>[^{}]+)\}\}")]
    private static partial Regex DynamicReference();
}
