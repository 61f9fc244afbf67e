using System.Text.Json.Nodes;
using LocalAws.CloudFormation.Templates;
using LocalAws.Sqs.Queues;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::SQS::QueuePolicy</c>. The policy is checked and shown as the queues' attribute; nobody is refused by it here.</summary>
internal sealed class QueuePolicyResource(QueueStore queues) : ResourceType(
    "AWS::SQS::QueuePolicy",
    ["Id"],
    [("Queues", Required), ("PolicyDocument", Required)])
{
    private const string Attribute = "Policy";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties)
    {
        Set(context, properties);
        var id = context.GenerateName();
        return ResourceInstance.Of(id, ("Id", id));
    }

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties)
    {
        var kept = properties.Texts("Queues");
        foreach (var queue in new ResourceProperties(existing.Properties).Texts("Queues").Except(kept))
        {
            Clear(context, queue);
        }

        Set(context, properties);
        return existing;
    }

    public override void Delete(ResourceContext context, ResourceInstance existing)
    {
        foreach (var queue in new ResourceProperties(existing.Properties).Texts("Queues"))
        {
            Clear(context, queue);
        }
    }

    private void Set(ResourceContext context, ResourceProperties properties)
    {
        var policy = properties.Json("PolicyDocument")!;
        CheckPolicy(policy);
        foreach (var url in properties.Texts("Queues"))
        {
            var key = QueueKey.FromUrl(url, context.Scope.Region) ?? throw TemplateErrors.Validation($"{url} is no URL of a queue.");
            queues.SetAttributes(key, new Dictionary<string, string> { [Attribute] = policy });
        }
    }

    private void Clear(ResourceContext context, string url)
    {
        if (QueueKey.FromUrl(url, context.Scope.Region) is { } key)
        {
            ResourceErrors.IgnoreMissing(() => queues.SetAttributes(key, new Dictionary<string, string> { [Attribute] = "" }));
        }
    }

    private static void CheckPolicy(string policy)
    {
        var statements = JsonNode.Parse(policy) is JsonObject document ? document["Statement"] : null;
        JsonNode?[] all = statements switch
        {
            JsonArray many => [.. many],
            JsonObject one => [one],
            _ => [],
        };
        if (all.Length == 0 || !Array.TrueForAll(all, IsStatement))
        {
            throw TemplateErrors.Validation(
                "Invalid value for the parameter Policy: each Statement must have Effect (Allow or Deny), Principal and Action.");
        }
    }

    private static bool IsStatement(JsonNode? statement) => statement is JsonObject members
        && members["Effect"]?.ToString() is ("Allow" or "Deny")
        && (members.ContainsKey("Principal") || members.ContainsKey("NotPrincipal"))
        && (members.ContainsKey("Action") || members.ContainsKey("NotAction"));
}
