using System.Text.Json.Nodes;
using LocalAws.EventBridge;
using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Delivery;
using LocalAws.Protocol;
using LocalAws.State;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.EventBridge.Archives;

/// <summary>What archives keep and replays send.</summary>
public sealed class ArchiveTests : IDisposable
{
    private const string Bus = "arn:aws:events:us-east-1:000000000000:event-bus";

    private readonly LocalAwsServer _server = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Archive_RetentionOver_LetsGoOfTheEvents()
    {
        await _server.BusWithRuleAsync("kept");
        await _server.EventsAsync("CreateArchive", $$"""{"ArchiveName": "kept", "EventSourceArn": "{{Bus}}/kept", "RetentionDays": 2}""");
        await _server.PutEventAsync("kept");
        _server.Clock.Advance(TimeSpan.FromDays(1));
        await _server.PutEventAsync("kept");

        (await DescribeAsync("kept"))["EventCount"]!.GetValue<int>().ShouldBe(2);
        _server.Clock.Advance(TimeSpan.FromDays(1.5));
        (await DescribeAsync("kept"))["EventCount"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task ManagedRule_OfAnArchive_IsNobodyElses()
    {
        await _server.BusWithRuleAsync("managed");
        await _server.EventsAsync("CreateArchive", $$"""{"ArchiveName": "managed", "EventSourceArn": "{{Bus}}/managed"}""");

        (await _server.RefusedEventsAsync("DisableRule", """{"Name": "Events-Archive-managed", "EventBusName": "managed"}"""))
            .Code.ShouldBe("ManagedRuleException");
        await _server.EventsAsync("DeleteArchive", """{"ArchiveName": "managed"}""");
        (await _server.EventsAsync("ListRules", """{"EventBusName": "managed", "NamePrefix": "Events"}"""))["Rules"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Replay_OfARange_SendsItsEventsToTheFilteredRuleOnly()
    {
        using var sqs = _server.Sqs();
        await _server.BusWithRuleAsync("again");
        foreach (var name in new[] { "all", "some" })
        {
            await sqs.CreateQueueAsync(name, Cancellation);
        }

        await _server.TargetAsync("again", "arn:aws:sqs:us-east-1:000000000000:all");
        await _server.EventsAsync("PutRule", """{"Name": "some", "EventBusName": "again", "EventPattern": "{\"source\": [\"test\"]}"}""");
        await _server.EventsAsync(
            "PutTargets", """{"Rule": "some", "EventBusName": "again", "Targets": [{"Id": "q", "Arn": "arn:aws:sqs:us-east-1:000000000000:some"}]}""");
        await _server.EventsAsync("CreateArchive", $$"""{"ArchiveName": "again", "EventSourceArn": "{{Bus}}/again"}""");
        await _server.PutEventAsync("again", """{"n": 0}""");
        _server.Clock.Advance(TimeSpan.FromMinutes(10));
        var from = _server.Clock.GetUtcNow();
        var id = await _server.PutEventAsync("again", """{"n": 1}""");
        _server.Clock.Advance(TimeSpan.FromMinutes(10));
        await _server.PutEventAsync("again", """{"n": 2}""");
        await DrainAsync("all", 3);
        await DrainAsync("some", 3);

        await _server.EventsAsync("StartReplay", $$"""
            {"ReplayName": "r", "EventSourceArn": "arn:aws:events:us-east-1:000000000000:archive/again",
             "EventStartTime": {{from.ToUnixTimeSeconds()}}, "EventEndTime": {{from.ToUnixTimeSeconds() + 60}},
             "Destination": {"Arn": "{{Bus}}/again", "FilterArns": ["arn:aws:events:us-east-1:000000000000:rule/again/some"]} }
            """);

        var body = JsonNode.Parse((await DrainAsync("some", 1))[0])!;
        body["id"]!.GetValue<string>().ShouldBe(id);
        body["replay-name"]!.GetValue<string>().ShouldBe("r");
        await StateAsync("r", "COMPLETED");
        (await DrainAsync("all", 0)).ShouldBeEmpty();
        (await DescribeAsync("again"))["EventCount"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task Replays_MoreThanTen_AreRefused()
    {
        await _server.BusWithRuleAsync("busy");
        await _server.EventsAsync("CreateArchive", $$"""{"ArchiveName": "busy", "EventSourceArn": "{{Bus}}/busy"}""");
        for (var index = 0; index < 10; index++)
        {
            await _server.EventsAsync("StartReplay", Start($"r{index}"));
        }

        (await _server.RefusedEventsAsync("StartReplay", Start("r10"))).ShouldBe(
            ("LimitExceededException", "The requested resource exceeds the maximum number allowed."));
        (await _server.RefusedEventsAsync("StartReplay", Start("r1"))).ShouldBe(("ResourceAlreadyExistsException", "Replay r1 already exists."));
        (await _server.EventsAsync("CancelReplay", """{"ReplayName": "r1"}"""))["State"]!.GetValue<string>().ShouldBe("CANCELLING");
        await StateAsync("r1", "CANCELLED");
        await _server.EventsAsync("StartReplay", Start("r10"));
    }

    [Fact]
    public void Store_Restored_HasTheSameEventsHoweverOftenTheyComeAgain()
    {
        var key = new ArchiveKey(new AwsScope("1", "r"), "a");
        var log = new RecordingLog();
        var store = new ArchiveStore(new EventBridgeOptions(), log, TimeProvider.System);
        store.Add(key, new EventEnvelope("0", default, "{}"u8.ToArray()));
        store.Remove(key);
        store.Add(key, new EventEnvelope("1", default, """{"n":1}"""u8.ToArray()));
        store.Add(key, new EventEnvelope("2", default, """{"n":2}"""u8.ToArray()));

        var restored = new ArchiveStore(new EventBridgeOptions(), new VolatileStateLog(), TimeProvider.System);
        foreach (var change in (IEnumerable<StateChange>)[.. store.Snapshot(), .. log.Changes])
        {
            restored.Restore(RecordingLog.Encode(change));
        }

        restored.Read(key, 0, DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Select(static archived => archived.Id).ShouldBe(["1", "2"]);
        restored.Measure(key, 0).ShouldBe((2, 14));
    }

    private static string Start(string name) => $$"""
        {"ReplayName": "{{name}}", "EventSourceArn": "arn:aws:events:us-east-1:000000000000:archive/busy", "EventStartTime": 0, "EventEndTime": 1,
         "Destination": {"Arn": "{{Bus}}/busy"} }
        """;

    private Task<JsonNode> DescribeAsync(string archive) => _server.EventsAsync("DescribeArchive", $$"""{"ArchiveName": "{{archive}}"}""");

    private async Task StateAsync(string replay, string expected)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            var described = await _server.EventsAsync("DescribeReplay", $$"""{"ReplayName": "{{replay}}"}""");
            if (described["State"]!.GetValue<string>() == expected)
            {
                return;
            }

            _server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        throw new TimeoutException($"The replay {replay} did not get {expected}.");
    }

    /// <summary>Takes what is in a queue, and waits, moving the clock, for at least <paramref name="expected"/> messages.</summary>
    private async Task<IReadOnlyList<string>> DrainAsync(string queue, int expected)
    {
        using var sqs = _server.Sqs();
        var url = (await sqs.GetQueueUrlAsync(queue, Cancellation)).QueueUrl;
        List<string> bodies = [];
        for (var tries = 0; tries < 500; tries++)
        {
            var received = await sqs.ReceiveMessageAsync(
                new Amazon.SQS.Model.ReceiveMessageRequest { QueueUrl = url, MaxNumberOfMessages = 10, VisibilityTimeout = 43_200 }, Cancellation);
            bodies.AddRange((received.Messages ?? []).Select(static message => message.Body));
            if (bodies.Count >= expected)
            {
                return bodies;
            }

            _server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        throw new TimeoutException($"{expected} messages did not come to {queue}.");
    }
}
