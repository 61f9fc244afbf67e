using System.Text.Json.Nodes;
using Amazon.EventBridge.Model;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.EventBridge;

/// <summary>What PutEvents takes, refuses and delivers to a queue.</summary>
public sealed class PutEventsTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Event_ThatARuleMatches_ArrivesInEventBridgesEnvelope()
    {
        var queue = await QueueTargetAsync("envelope");
        using var client = server.EventBridge();

        var put = await client.PutEventsAsync(new PutEventsRequest
        {
            Entries =
            [
                new PutEventsRequestEntry
                {
                    EventBusName = "envelope",
                    Source = "test",
                    DetailType = "order-notify",
                    Detail = """{ "amount": 1.50, "name": "Ärger \"x\"", "big": 12345678901234567890, "nested": {"a": [1, null]} }""",
                    Resources = ["arn:aws:one", "two"],
                    Time = new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc),
                },
            ],
        }, Cancellation);

        var id = put.Entries!.ShouldHaveSingleItem().EventId;
        (await ReceiveAsync(queue)).ShouldBe(
            $$$$"""{"version":"0","id":"{{{{id}}}}","detail-type":"order-notify","source":"test","account":"000000000000","time":"2026-02-03T04:05:06Z","region":"us-east-1","resources":["arn:aws:one","two"],"detail":{"amount":1.50,"name":"Ärger \"x\"","big":12345678901234567890,"nested":{"a":[1,null]}}}""");
    }

    [Fact]
    public async Task Event_WithoutTime_HasTheTimeOfItsArrival()
    {
        var queue = await QueueTargetAsync("arrival");

        await server.PutEventAsync("arrival");

        var body = JsonNode.Parse(await ReceiveAsync(queue))!;
        body["time"]!.GetValue<string>().ShouldBe(server.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
        body["resources"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"DetailType": "t", "Detail": "{}"}""", "InvalidArgument", "Parameter Source is not valid. Reason: Source is a required argument.")]
    [InlineData("""{"Source": "s", "Detail": "{}"}""", "InvalidArgument", "Parameter DetailType is not valid. Reason: DetailType is a required argument.")]
    [InlineData("""{"Source": "s", "DetailType": "t"}""", "InvalidArgument", "Parameter Detail is not valid. Reason: Detail is a required argument.")]
    [InlineData("""{"Source": "s", "DetailType": "t", "Detail": "{\"a\": 1"}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source": "s", "DetailType": "t", "Detail": "[1]"}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source": "s", "DetailType": "t", "Detail": "{\"a\": \"\\ud800\"}"}""", "MalformedDetail", "Detail is malformed.")]
    public async Task Entry_Malformed_FailsAlone(string entry, string code, string message)
    {
        var answer = await server.EventsAsync("PutEvents", $$"""{"Entries": [{{entry}}, {"Source": "s", "DetailType": "t", "Detail": "{}"}]}""");

        answer["FailedEntryCount"]!.GetValue<int>().ShouldBe(1);
        answer["Entries"]![0]!.ToJsonString().ShouldBe($$"""{"ErrorCode":"{{code}}","ErrorMessage":"{{message}}"}""");
        answer["Entries"]![1]!["EventId"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Entries_NoneOrMoreThanTen_AreRefused()
    {
        const string Entry = """{"Source": "s", "DetailType": "t", "Detail": "{}"}""";

        (await server.RefusedEventsAsync("PutEvents", """{"Entries": []}""")).Message.ShouldContain("Member must have length greater than or equal to 1");
        var (code, message) = await server.RefusedEventsAsync("PutEvents", $$"""{"Entries": [{{string.Join(',', Enumerable.Repeat(Entry, 11))}}]}""");
        code.ShouldBe("ValidationException");
        message.ShouldStartWith("1 validation error detected: Value '[PutEventsRequestEntry(time=null, source=s, resources=null, detailType=t, detail={}, ");
        message.ShouldEndWith("at 'entries' failed to satisfy constraint: Member must have length less than or equal to 10");
    }

    [Fact]
    public async Task Entries_TogetherOverTheLimit_AreRefused()
    {
        var half = $$"""{"Source": "s", "DetailType": "t", "Detail": "{\"a\": \"{{new string('x', 600_000)}}\"}"}""";

        (await server.RefusedEventsAsync("PutEvents", $$"""{"Entries": [{{half}}, {{half}}]}"""))
            .ShouldBe(("ValidationException", "Total size of the entries in the request is over the limit."));
        (await server.EventsAsync("PutEvents", $$"""{"Entries": [{{half}}]}"""))["FailedEntryCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Event_ToAnUnknownBus_IsTakenAndGone() =>
        // AWS does the same: no error, and no event.
        (await server.PutEventAsync("no-such-bus")).ShouldNotBeEmpty();

    [Fact]
    public async Task Event_NoRuleMatches_GoesNowhere()
    {
        var queue = await QueueTargetAsync("picky");
        await server.EventsAsync("PutEvents", """{"Entries": [{"EventBusName": "picky", "Source": "other", "DetailType": "t", "Detail": "{}"}]}""");

        await server.PutEventAsync("picky", """{"second": true}""");

        (await ReceiveAsync(queue)).ShouldContain("second");
    }

    [Fact]
    public async Task Event_DisabledRule_IsNotMatched()
    {
        var queue = await QueueTargetAsync("off");
        await server.EventsAsync("DisableRule", """{"Name": "off-rule", "EventBusName": "off"}""");
        await server.PutEventAsync("off", """{"first": true}""");
        await server.EventsAsync("EnableRule", """{"Name": "off-rule", "EventBusName": "off"}""");

        await server.PutEventAsync("off", """{"second": true}""");

        (await ReceiveAsync(queue)).ShouldContain("second");
    }

    [Fact]
    public async Task Event_TwoRulesAndTwoTargets_ArrivesAtEach()
    {
        var queue = await QueueTargetAsync("fan");
        await server.EventsAsync("PutRule", """{"Name": "fan-2", "EventBusName": "fan", "EventPattern": "{\"detail\": {\"n\": [{\"exists\": true}]}}"}""");
        await server.EventsAsync("PutTargets", $$"""
            {"Rule": "fan-2", "EventBusName": "fan", "Targets": [
              {"Id": "path", "Arn": "arn:aws:sqs:us-east-1:000000000000:fan", "InputPath": "$.detail.n"},
              {"Id": "constant", "Arn": "arn:aws:sqs:us-east-1:000000000000:fan", "Input": "{\"is\": \"constant\"}"}]}
            """);

        await server.PutEventAsync("fan", """{"n": [1, 2]}""");

        string[] bodies = [await ReceiveAsync(queue), await ReceiveAsync(queue), await ReceiveAsync(queue)];
        bodies.ShouldContain("[1,2]");
        bodies.ShouldContain("""{"is": "constant"}""");
        bodies.ShouldContain(static body => body.StartsWith("""{"version":"0","id":""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Event_WithTraceHeader_CarriesItsTraceToTheQueue()
    {
        var queue = await QueueTargetAsync("traced");

        await server.PutEventAsync("traced", extra: ", \"TraceHeader\": \"Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1\"");

        using var sqs = server.Sqs();
        var received = await sqs.ReceiveMessageAsync(
            new Amazon.SQS.Model.ReceiveMessageRequest { QueueUrl = queue, WaitTimeSeconds = 20, MessageSystemAttributeNames = ["AWSTraceHeader"] }, Cancellation);
        received.Messages.ShouldHaveSingleItem().Attributes["AWSTraceHeader"].ShouldStartWith("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=");
    }

    private async Task<string> QueueTargetAsync(string name)
    {
        using var sqs = server.Sqs();
        var queue = await sqs.CreateQueueAsync(name, Cancellation);
        await server.BusWithRuleAsync(name);
        await server.TargetAsync(name, $"arn:aws:sqs:us-east-1:000000000000:{name}");
        return queue.QueueUrl;
    }

    private async Task<string> ReceiveAsync(string queue)
    {
        using var sqs = server.Sqs();
        var received = await sqs.ReceiveMessageAsync(new Amazon.SQS.Model.ReceiveMessageRequest { QueueUrl = queue, WaitTimeSeconds = 20 }, Cancellation);
        return received.Messages.ShouldHaveSingleItem().Body;
    }
}
