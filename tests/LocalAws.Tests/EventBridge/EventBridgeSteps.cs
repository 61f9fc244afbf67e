using System.Text.Json.Nodes;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.EventBridge;

/// <summary>Calls of EventBridge as bare JSON.</summary>
internal static class EventBridgeSteps
{
    private const string ContentType = "application/x-amz-json-1.1";

    /// <summary>A call that succeeds.</summary>
    public static async Task<JsonNode> EventsAsync(this LocalAwsServer server, string operation, string body)
    {
        var (status, answer, _) = await server.JsonAsync($"AWSEvents.{operation}", body, ContentType);
        status.ShouldBe(200, answer.ToJsonString());
        return answer;
    }

    /// <summary>A call that is refused: its code and its message.</summary>
    public static async Task<(string Code, string Message)> RefusedEventsAsync(this LocalAwsServer server, string operation, string body)
    {
        var (status, answer, _) = await server.JsonAsync($"AWSEvents.{operation}", body, ContentType);
        status.ShouldBe(400, answer.ToJsonString());
        return (answer["__type"]!.GetValue<string>(), answer["message"]!.GetValue<string>());
    }

    /// <summary>A bus with one rule that takes everything of the source <c>test</c>.</summary>
    public static async Task<string> BusWithRuleAsync(this LocalAwsServer server, string name)
    {
        await server.EventsAsync("CreateEventBus", $$"""{"Name": "{{name}}"}""");
        await server.EventsAsync("PutRule", $$"""{"Name": "{{name}}-rule", "EventBusName": "{{name}}", "EventPattern": "{\"source\": [\"test\"]}"}""");
        return $"{name}-rule";
    }

    /// <summary>An API destination at <paramref name="url"/>: its ARN.</summary>
    public static async Task<string> ApiDestinationAsync(this LocalAwsServer server, string name, string url, string extra = "")
    {
        var connection = await server.EventsAsync("CreateConnection", $$$"""
            {"Name": "{{{name}}}", "AuthorizationType": "API_KEY", "AuthParameters": {"ApiKeyAuthParameters": {"ApiKeyName": "x-api-key", "ApiKeyValue": "s3cret"} } }
            """);
        var destination = await server.EventsAsync("CreateApiDestination", $$"""
            {"Name": "{{name}}", "ConnectionArn": "{{connection["ConnectionArn"]}}", "InvocationEndpoint": "{{url}}", "HttpMethod": "POST"{{extra}} }
            """);
        return destination["ApiDestinationArn"]!.GetValue<string>();
    }

    /// <summary>Points a rule to one target.</summary>
    public static Task<JsonNode> TargetAsync(this LocalAwsServer server, string bus, string arn, string extra = "") => server.EventsAsync(
        "PutTargets", $$"""{"Rule": "{{bus}}-rule", "EventBusName": "{{bus}}", "Targets": [{"Id": "one", "Arn": "{{arn}}"{{extra}} }]}""");

    /// <summary>Puts one event of the source <c>test</c>: its id.</summary>
    public static async Task<string> PutEventAsync(this LocalAwsServer server, string bus, string detail = "{}", string extra = "")
    {
        var answer = await server.EventsAsync("PutEvents", $$"""
            {"Entries": [{"EventBusName": "{{bus}}", "Source": "test", "DetailType": "thing", "Detail": {{JsonValue.Create(detail).ToJsonString()}}{{extra}} }]}
            """);
        answer["FailedEntryCount"]!.GetValue<int>().ShouldBe(0, answer.ToJsonString());
        return answer["Entries"]![0]!["EventId"]!.GetValue<string>();
    }
}
