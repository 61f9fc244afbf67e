using System.Text.Json.Nodes;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.EventBridge.Schedules;

/// <summary>Rules that fire by themselves, on the test's clock.</summary>
public sealed class ScheduledRuleTests : IDisposable
{
    private readonly LocalAwsServer _server = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Rate_EachPeriod_SendsAScheduledEvent()
    {
        var queue = await RuleAsync("every", "rate(5 minutes)");

        _server.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        (await CountAsync(queue)).ShouldBe(0);
        _server.Clock.Advance(TimeSpan.FromSeconds(1));

        var first = JsonNode.Parse((await BodiesAsync(queue)).ShouldHaveSingleItem())!;
        first["detail-type"]!.GetValue<string>().ShouldBe("Scheduled Event");
        first["source"]!.GetValue<string>().ShouldBe("aws.events");
        first["time"]!.GetValue<string>().ShouldBe("2026-01-01T00:05:00Z");
        first["resources"]!.ToJsonString().ShouldBe("""["arn:aws:events:us-east-1:000000000000:rule/every"]""");
        first["detail"]!.ToJsonString().ShouldBe("{}");
        _server.Clock.Advance(TimeSpan.FromMinutes(15));
        (await BodiesAsync(queue)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Cron_ItsMoment_SendsAScheduledEventWithTheTargetsInput()
    {
        var queue = await RuleAsync("noon", "cron(0 12 * * ? *)", ", \"Input\": \"{\\\"is\\\": \\\"noon\\\"}\"");

        _server.Clock.Advance(TimeSpan.FromHours(11.9));
        (await CountAsync(queue)).ShouldBe(0);
        _server.Clock.Advance(TimeSpan.FromHours(0.1));

        (await BodiesAsync(queue)).ShouldBe(["""{"is": "noon"}"""]);
    }

    [Fact]
    public async Task Rule_DisabledOrDeleted_FiresNoMore()
    {
        var queue = await RuleAsync("stopped", "rate(1 minute)");
        await _server.EventsAsync("DisableRule", """{"Name": "stopped"}""");
        _server.Clock.Advance(TimeSpan.FromMinutes(3));
        (await CountAsync(queue)).ShouldBe(0);

        await _server.EventsAsync("EnableRule", """{"Name": "stopped"}""");
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        (await BodiesAsync(queue)).Count.ShouldBe(1);

        await _server.EventsAsync("RemoveTargets", """{"Rule": "stopped", "Ids": ["one"]}""");
        await _server.EventsAsync("DeleteRule", """{"Name": "stopped"}""");
        _server.Clock.Advance(TimeSpan.FromMinutes(3));
        (await CountAsync(queue)).ShouldBe(0);
    }

    [Fact]
    public async Task Rule_ScheduleOnly_IsNotMatchedByEvents()
    {
        var queue = await RuleAsync("unmatched", "rate(1 day)");

        await _server.PutEventAsync("default");

        (await CountAsync(queue)).ShouldBe(0);
    }

    private async Task<string> RuleAsync(string name, string schedule, string extra = "")
    {
        using var sqs = _server.Sqs();
        var queue = await sqs.CreateQueueAsync(name, Cancellation);
        await _server.EventsAsync("PutRule", $$"""{"Name": "{{name}}", "ScheduleExpression": "{{schedule}}"}""");
        await _server.EventsAsync(
            "PutTargets", $$"""{"Rule": "{{name}}", "Targets": [{"Id": "one", "Arn": "arn:aws:sqs:us-east-1:000000000000:{{name}}"{{extra}} }]}""");
        return queue.QueueUrl;
    }

    private async Task<int> CountAsync(string queue) => (await BodiesAsync(queue)).Count;

    private async Task<IReadOnlyList<string>> BodiesAsync(string queue)
    {
        using var sqs = _server.Sqs();
        var received = await sqs.ReceiveMessageAsync(
            new Amazon.SQS.Model.ReceiveMessageRequest { QueueUrl = queue, MaxNumberOfMessages = 10, VisibilityTimeout = 43_200 }, Cancellation);
        return [.. (received.Messages ?? []).Select(static message => message.Body)];
    }
}
