using System.Text.Json.Nodes;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.EventBridge;

/// <summary>Targets beside queues and endpoints, and what becomes of events that no target takes.</summary>
public sealed class TargetDeliveryTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private const string Arn = "arn:aws:sqs:us-east-1:000000000000";
    private const string LogsType = "application/x-amz-json-1.1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lambda", "arn:aws:lambda:us-east-1:000000000000:function:f", "NO_RESOURCE")]
    [InlineData("nobus", "arn:aws:events:us-east-1:000000000000:event-bus/none", "NO_RESOURCE")]
    [InlineData("nolog", "arn:aws:logs:us-east-1:000000000000:log-group:none", "NO_RESOURCE")]
    [InlineData("foreign", "arn:aws:events:us-east-1:111122223333:event-bus/default", "CROSS_ACCOUNT_INGESTION_FAILED")]
    public async Task Event_TargetThatIsNotHere_IsDeadLettered(string name, string target, string code)
    {
        var queue = await RouteAsync(name, target, $$""", "DeadLetterConfig": {"Arn": "{{Arn}}:{{name}}"}""");

        var id = await server.PutEventAsync(name);

        var message = await ReceiveAsync(queue);
        JsonNode.Parse(message.Body)!["id"]!.GetValue<string>().ShouldBe(id);
        message.MessageAttributes["ERROR_CODE"].StringValue.ShouldBe(code);
        message.MessageAttributes["TARGET_ARN"].StringValue.ShouldBe(target);
    }

    [Fact]
    public async Task Event_ObjectWithinAString_IsNoJsonAndDeadLettered()
    {
        var queue = await RouteAsync("invalid", $"{Arn}:invalid", $$"""
            , "DeadLetterConfig": {"Arn": "{{Arn}}:invalid"},
            "InputTransformer": {"InputPathsMap": {"o": "$.detail"}, "InputTemplate": "{\"text\": \"all of <o>\"}"}
            """);

        await server.PutEventAsync("invalid", """{"a": "b"}""");

        (await ReceiveAsync(queue)).MessageAttributes["ERROR_CODE"].StringValue.ShouldBe("INVALID_JSON");
    }

    [Fact]
    public async Task Event_TransformedForAnotherBus_IsAnEventThere()
    {
        var queue = await RouteAsync("second", $"{Arn}:second");
        await RouteAsync("first", "arn:aws:events:us-east-1:000000000000:event-bus/second", """
            , "InputTransformer": {"InputPathsMap": {"n": "$.detail.n"},
              "InputTemplate": "{\"source\": \"test\", \"detail-type\": \"changed\", \"detail\": {\"was\": <n>}}"}
            """);

        var id = await server.PutEventAsync("first", """{"n": 5}""");

        var body = JsonNode.Parse((await ReceiveAsync(queue)).Body)!;
        body["id"]!.GetValue<string>().ShouldBe(id);
        body["detail-type"]!.GetValue<string>().ShouldBe("changed");
        body["detail"]!.ToJsonString().ShouldBe("""{"was":5}""");
        body["account"]!.GetValue<string>().ShouldBe("000000000000");
    }

    [Fact]
    public async Task Event_ToItsOwnBus_GoesRoundABoundedNumberOfTimes()
    {
        var queue = await RouteAsync("round", $"{Arn}:round");
        await server.EventsAsync(
            "PutTargets", """{"Rule": "round-rule", "EventBusName": "round", "Targets": [{"Id": "loop", "Arn": "arn:aws:events:us-east-1:000000000000:event-bus/round"}]}""");

        await server.PutEventAsync("round");

        using var sqs = server.Sqs();
        var attributes = await sqs.GetQueueAttributesAsync(queue, ["ApproximateNumberOfMessages"], Cancellation);
        attributes.ApproximateNumberOfMessages.ShouldBe(6);
    }

    [Fact]
    public async Task Event_ToALogGroup_CanBeReadThere()
    {
        await LogsAsync("CreateLogGroup", """{"logGroupName": "/events/all"}""");
        await RouteAsync("logged", "arn:aws:logs:us-east-1:000000000000:log-group:/events/all:*");

        await server.PutEventAsync("logged", """{"n": 1}""");
        await server.PutEventAsync("logged", """{"n": 2, "word": "two"}""");

        var found = (await LogsAsync("FilterLogEvents", """{"logGroupName": "/events/all", "limit": 1}"""))!;
        JsonNode.Parse(found["events"]![0]!["message"]!.GetValue<string>())!["detail"]!["n"]!.GetValue<int>().ShouldBe(1);
        var next = await LogsAsync("FilterLogEvents", $$"""{"logGroupName": "/events/all", "nextToken": "{{found["nextToken"]}}"}""");
        JsonNode.Parse(next["events"]!.AsArray().ShouldHaveSingleItem()!["message"]!.GetValue<string>())!["detail"]!["n"]!.GetValue<int>().ShouldBe(2);
        (await LogsAsync("DescribeLogStreams", """{"logGroupName": "/events/all"}"""))["logStreams"]!.AsArray().Count.ShouldBe(2);
        (await LogsAsync("FilterLogEvents", """{"logGroupName": "/events/all", "filterPattern": "-two \"detail\""}"""))["events"]!.AsArray().Count.ShouldBe(1);
        (await server.JsonAsync("Logs_20140328.FilterLogEvents", """{"logGroupName": "none"}""", LogsType)).Status.ShouldBe(400);
    }

    private async Task<JsonNode> LogsAsync(string operation, string body)
    {
        var (status, answer, _) = await server.JsonAsync($"Logs_20140328.{operation}", body, LogsType);
        status.ShouldBe(200, answer.ToJsonString());
        return answer;
    }

    private async Task<string> RouteAsync(string name, string target, string extra = "")
    {
        using var sqs = server.Sqs();
        var queue = await sqs.CreateQueueAsync(name, Cancellation);
        await server.BusWithRuleAsync(name);
        await server.TargetAsync(name, target, extra);
        return queue.QueueUrl;
    }

    private async Task<Amazon.SQS.Model.Message> ReceiveAsync(string queue)
    {
        using var sqs = server.Sqs();
        var received = await sqs.ReceiveMessageAsync(
            new Amazon.SQS.Model.ReceiveMessageRequest { QueueUrl = queue, WaitTimeSeconds = 20, MessageAttributeNames = ["All"] }, Cancellation);
        return received.Messages.ShouldHaveSingleItem();
    }
}
