using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>The operations on the policies of event buses. A policy is kept and told; nobody is refused by it here.</summary>
internal sealed partial class PermissionOperations(TopologyStore store, TimeProvider clock) : IOperationModule
{
    private const int LongestPolicy = 10_240;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.PutPermission", () => wire.PutPermissionRequest, () => wire.EmptyResponse, Put);
        table.MapJson("AWSEvents.RemovePermission", () => wire.RemovePermissionRequest, () => wire.EmptyResponse, Remove);
    }

    private ValueTask<EmptyResponse> Put(PutPermissionRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints()
            .Length("action", request.Action, 64)
            .Matches("action", request.Action, ActionName())
            .Length("principal", request.Principal, 12)
            .Matches("principal", request.Principal, PrincipalName(), @"(\d{12}|\*)")
            .Length("statementId", request.StatementId, 64)
            .Matches("statementId", request.StatementId, StatementName())
            .Enforce();
        Change(request.EventBusName, call, bus => request.Policy is { } policy ? CheckPolicy(policy) : AddStatement(bus, request, call));
        return new(new EmptyResponse());
    }

    private ValueTask<EmptyResponse> Remove(RemovePermissionRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Matches("statementId", request.StatementId, StatementName()).Enforce();
        if (request.RemoveAllPermissions != true && request.StatementId is null)
        {
            throw TopologyErrors.Validation("Parameter StatementId is not valid. Reason: StatementId or RemoveAllPermissions must be specified.");
        }

        Change(request.EventBusName, call, bus => request.RemoveAllPermissions == true ? null : RemoveStatement(bus, request.StatementId!));
        return new(new EmptyResponse());
    }

    private void Change(string? busName, CallContext call, Func<EventBus, string?> policy) => store.Update(call.Scope, topology =>
    {
        var bus = topology.RequireBus(busName);
        return topology.WithBus(bus with { Policy = policy(bus) }, clock.GetUtcNow());
    });

    private static string CheckPolicy(string policy)
    {
        if (policy.Length > LongestPolicy)
        {
            throw new AwsException("PolicyLengthExceededException", "Policy length exceeded.");
        }

        return Parse(policy)?["Statement"] is JsonArray or JsonObject
            ? policy
            : throw TopologyErrors.Validation("Parameter Policy is not valid. Reason: it must be a JSON document with a Statement.");
    }

    private static string AddStatement(EventBus bus, PutPermissionRequest request, CallContext call)
    {
        if (request.Action is null || request.Principal is null || request.StatementId is null)
        {
            throw TopologyErrors.Validation("Parameter(s) Action, Principal and StatementId, or Policy, must be specified.");
        }

        var document = Parse(bus.Policy) ?? new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray() };
        var statement = new JsonObject
        {
            ["Sid"] = request.StatementId,
            ["Effect"] = "Allow",
            ["Principal"] = request.Principal == "*"
                ? JsonValue.Create("*")
                : new JsonObject { ["AWS"] = $"arn:aws:iam::{request.Principal}:root" },
            ["Action"] = request.Action,
            ["Resource"] = bus.Arn,
        };
        if (request.Condition is { Type: { } type, Key: { } key, Value: { } value })
        {
            statement["Condition"] = new JsonObject { [type] = new JsonObject { [key] = value } };
        }

        document["Statement"] = new JsonArray([.. Others(document, request.StatementId), statement]);
        return CheckPolicy(document.ToJsonString(Relaxed));
    }

    private static string? RemoveStatement(EventBus bus, string id)
    {
        var document = Parse(bus.Policy);
        var others = document is null ? [] : Others(document, id);
        if (document is null || others.Length == Statements(document).Length)
        {
            throw new AwsException("ResourceNotFoundException", "Statement with the provided id does not exist.");
        }

        document["Statement"] = new JsonArray(others);
        return others.Length == 0 ? null : document.ToJsonString(Relaxed);
    }

    private static JsonNode?[] Others(JsonObject document, string id) =>
        [.. Statements(document).Where(statement => (string?)statement?["Sid"] != id).Select(static statement => statement?.DeepClone())];

    private static JsonNode?[] Statements(JsonObject document) => document["Statement"] switch
    {
        JsonArray array => [.. array],
        { } single => [single],
        null => [],
    };

    private static JsonObject? Parse(string? policy)
    {
        try
        {
            return policy is null ? null : JsonNode.Parse(policy) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^events:[a-zA-Z]+$")]
    private static partial Regex ActionName();

    [GeneratedRegex(@"^(\d{12}|\*)$")]
    private static partial Regex PrincipalName();

    [GeneratedRegex("^[a-zA-Z0-9-_]+$")]
    private static partial Regex StatementName();
}
