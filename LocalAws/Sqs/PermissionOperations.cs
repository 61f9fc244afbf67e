using System.Text.Json.Nodes;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs;

/// <summary>Statements of a queue's policy by their labels. Source: API_AddPermission. Nothing is enforced by the policy here.</summary>
internal sealed class PermissionOperations(QueueStore queues)
{
    private const string Policy = "Policy";
    private const int MaximumLabelLength = 80;
    private const int MaximumActions = 7;
    private const int MaximumStatements = 20;

    private static readonly HashSet<string> Actions = new(
        ["*", "SendMessage", "ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility", "GetQueueAttributes", "GetQueueUrl"],
        StringComparer.Ordinal);

    public EmptyResponse Add(AddPermissionRequest request, CallContext call)
    {
        var queue = queues.Require(request, call);
        var label = CheckLabel(request.Label);
        var accounts = Required(request.AWSAccountIds, "AWSAccountIds");
        var actions = Required(request.Actions, "Actions");
        if (actions.Count > MaximumActions)
        {
            throw SqsErrors.OverLimit($"{actions.Count} Actions were found, maximum allowed is {MaximumActions}.");
        }

        if (actions.Find(static action => !Actions.Contains(action)) is { } unknown)
        {
            throw SqsErrors.Parameter($"Value SQS:{unknown} for parameter ActionName is invalid. Reason: Please refer to the appropriate "
                + "WSDL for a list of valid actions.");
        }

        var policy = ReadPolicy(queue);
        var statements = (JsonArray)policy["Statement"]!;
        if (Find(statements, label) is not null)
        {
            throw SqsErrors.Parameter(label, "Label", "Already exists.");
        }

        if (statements.Count >= MaximumStatements)
        {
            throw SqsErrors.OverLimit($"{statements.Count + 1} statements were found, maximum allowed is {MaximumStatements}.");
        }

        statements.Add((JsonNode)new JsonObject
        {
            ["Sid"] = label,
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = OneOrMany(accounts.ConvertAll(static account => $"arn:aws:iam::{account}:root")) },
            ["Action"] = OneOrMany(actions.ConvertAll(static action => $"SQS:{action}")),
            ["Resource"] = queue.Arn,
        });
        Set(queue, policy.ToJsonString());
        return EmptyResponse.Instance;
    }

    public EmptyResponse Remove(RemovePermissionRequest request, CallContext call)
    {
        var queue = queues.Require(request, call);
        var label = CheckLabel(request.Label);
        var policy = ReadPolicy(queue);
        var statements = (JsonArray)policy["Statement"]!;
        var statement = Find(statements, label) ?? throw SqsErrors.Parameter(label, "Label", "can't find label.");
        statements.Remove(statement);
        Set(queue, statements.Count == 0 ? "" : policy.ToJsonString());
        return EmptyResponse.Instance;
    }

    private static string CheckLabel(string? label) => string.IsNullOrEmpty(label)
        ? throw SqsErrors.Missing("Label")
        : label.Length <= MaximumLabelLength && label.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? label
            : throw SqsErrors.Parameter(
                label,
                "Label",
                $"Label can only include alphanumeric characters, hyphens, or underscores. 1 to {MaximumLabelLength} in length.");

    private static List<string> Required(List<string?>? values, string name) => values is { Count: > 0 }
        ? values.ConvertAll(value => string.IsNullOrEmpty(value) ? throw SqsErrors.Missing(name) : value)
        : throw SqsErrors.Missing(name);

    private static JsonObject ReadPolicy(Queue queue)
    {
        var policy = queue.Settings.Attributes.TryGetValue(Policy, out var text)
            ? (JsonObject)JsonNode.Parse(text)!
            : new JsonObject { ["Version"] = "2008-10-17", ["Id"] = $"{queue.Arn}/SQSDefaultPolicy" };
        // A policy may have its only statement without an array around it.
        policy["Statement"] = policy["Statement"] switch
        {
            JsonArray statements => statements.DeepClone(),
            JsonObject only => new JsonArray(only.DeepClone()),
            _ => new JsonArray(),
        };
        return policy;
    }

    private static JsonNode? Find(JsonArray statements, string label) => statements.FirstOrDefault(statement =>
        statement is JsonObject { } fields && fields["Sid"] is JsonValue sid && sid.TryGetValue<string>(out var text) && text == label);

    private static JsonNode OneOrMany(List<string> values) =>
        values.Count == 1 ? JsonValue.Create(values[0]) : new JsonArray([.. values.Select(static value => (JsonNode)JsonValue.Create(value))]);

    private void Set(Queue queue, string policy) =>
        queues.SetAttributes(queue.Key, new Dictionary<string, string> { [Policy] = policy });
}
