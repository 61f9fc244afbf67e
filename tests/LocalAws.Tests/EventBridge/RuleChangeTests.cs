using System.Text.Json.Nodes;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.EventBridge;

/// <summary>Rules that change while events come: each event goes by the rules as they are then.</summary>
public sealed class RuleChangeTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private const string Bus = "changing";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rules_PutDisabledEnabledReplacedAndDeleted_HoldForTheNextEvent()
    {
        using var sqs = server.Sqs();
        var queue = (await sqs.CreateQueueAsync(Bus, Cancellation)).QueueUrl;
        await server.EventsAsync("CreateEventBus", $$"""{"Name": "{{Bus}}"}""");
        await RuleAsync("left", """{"detail": {"side": ["l", "both"]}}""");
        await RuleAsync("right", """{"detail": {"side": ["r", "both"]}}""");

        await PutAsync(1, "both");
        await server.EventsAsync("DisableRule", $$"""{"Name": "left", "EventBusName": "{{Bus}}"}""");
        await PutAsync(2, "both");
        await server.EventsAsync("EnableRule", $$"""{"Name": "left", "EventBusName": "{{Bus}}"}""");
        await PutAsync(3, "both");
        await PutRuleAsync("left", """{"detail": {"side": [{"anything-but": "both"}]}}""");
        await PutAsync(4, "both");
        await server.EventsAsync("RemoveTargets", $$"""{"Rule": "right", "EventBusName": "{{Bus}}", "Ids": ["one"]}""");
        await PutAsync(5, "r");
        await server.EventsAsync("DeleteRule", $$"""{"Name": "right", "EventBusName": "{{Bus}}"}""");
        await PutAsync(6, "r");

        string[] expected = ["1 left", "1 right", "2 right", "3 left", "3 right", "4 right", "5 left", "6 left"];
        List<string> received = [];
        while (received.Count < expected.Length)
        {
            var answer = await sqs.ReceiveMessageAsync(
                new Amazon.SQS.Model.ReceiveMessageRequest { QueueUrl = queue, WaitTimeSeconds = 20, MaxNumberOfMessages = 10 }, Cancellation);
            received.AddRange(answer.Messages.ShouldNotBeNull().Select(static message => message.Body.Trim('"')));
        }

        received.Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    private async Task RuleAsync(string name, string pattern)
    {
        await PutRuleAsync(name, pattern);
        await server.EventsAsync("PutTargets", $$"""
            {"Rule": "{{name}}", "EventBusName": "{{Bus}}", "Targets": [{
              "Id": "one",
              "Arn": "arn:aws:sqs:us-east-1:000000000000:{{Bus}}",
              "InputTransformer": {"InputPathsMap": {"n": "$.detail.n"}, "InputTemplate": "\"<n> {{name}}\""} }]}
            """);
    }

    private Task<JsonNode> PutRuleAsync(string name, string pattern) => server.EventsAsync(
        "PutRule", $$"""{"Name": "{{name}}", "EventBusName": "{{Bus}}", "EventPattern": {{JsonValue.Create(pattern).ToJsonString()}} }""");

    private Task<string> PutAsync(int number, string side) => server.PutEventAsync(Bus, $$"""{"n": {{number}}, "side": "{{side}}"}""");
}
