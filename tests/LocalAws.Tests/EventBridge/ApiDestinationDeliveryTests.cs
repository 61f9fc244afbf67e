using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json.Nodes;
using LocalAws.EventBridge.Delivery;
using LocalAws.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LocalAws.Tests.EventBridge;

/// <summary>How events get to HTTP endpoints: request, retries, age, dead letters.</summary>
public sealed class ApiDestinationDeliveryTests : IDisposable
{
    /// <summary>One a test, because they look at what is pending in all of it.</summary>
    private readonly LocalAwsServer _server = new();

    private const string Trace = ", \"TraceHeader\": \"Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1\"";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private EventBridgeTelemetry Telemetry => _server.Services.GetRequiredService<EventBridgeTelemetry>();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Event_Endpoint_GetsItWithKeyAndTrace()
    {
        await using var endpoint = await Endpoint.StartAsync();
        await TargetAsync("push", $"{endpoint.Url}/events");

        var id = await _server.PutEventAsync("push", """{"n": 1}""", Trace);

        var request = await endpoint.NextAsync();
        request.Method.ShouldBe("POST");
        request.Target.ShouldBe("/events");
        request.Headers["x-api-key"].ShouldBe("s3cret");
        request.Headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
        request.Headers["traceparent"].ShouldStartWith("00-5759e988bd862e3fe1be46a994272793-");
        JsonNode.Parse(request.Body)!["id"]!.GetValue<string>().ShouldBe(id);
    }

    [Fact]
    public async Task Event_BasicConnectionAndParameters_AreInTheRequest()
    {
        await using var endpoint = await Endpoint.StartAsync();
        var connection = await _server.EventsAsync(
            "CreateConnection", """{"Name": "basic", "AuthorizationType": "BASIC", "AuthParameters": {"BasicAuthParameters": {"Username": "me", "Password": "öpen"}}}""");
        var destination = await _server.EventsAsync("CreateApiDestination", $$"""
            {"Name": "basic", "ConnectionArn": "{{connection["ConnectionArn"]}}", "InvocationEndpoint": "{{endpoint.Url}}/a/*/b", "HttpMethod": "PUT"}
            """);
        await _server.BusWithRuleAsync("basic");
        await _server.TargetAsync("basic", destination["ApiDestinationArn"]!.GetValue<string>(), """
            , "HttpParameters": {"PathParameterValues": ["x y"], "HeaderParameters": {"X-Own": "1"}, "QueryStringParameters": {"q": "a&b"}},
            "InputTransformer": {"InputPathsMap": {"n": "$.detail.n", "t": "$.detail-type"}, "InputTemplate": "{\"text\": \"<t>: <n>\", \"n\": <n>, \"rule\": <aws.events.rule-name>}"}
            """);

        await _server.PutEventAsync("basic", """{"n": [1]}""");

        var request = await endpoint.NextAsync();
        request.Method.ShouldBe("PUT");
        request.Target.ShouldBe("/a/x%20y/b?q=a%26b");
        request.Headers["Authorization"].ShouldBe($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("me:öpen"))}");
        request.Headers["X-Own"].ShouldBe("1");
        request.Body.ShouldBe("""{"text": "thing: [1]", "n": [1], "rule": "basic-rule"}""");
    }

    [Theory]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Event_EndpointFailsForAWhile_IsRetriedUntilItIsTaken(int status)
    {
        await using var endpoint = await Endpoint.StartAsync((count, _) => count < 4 ? status : 200);
        await TargetAsync($"retry-{status}", endpoint.Url);

        var id = await _server.PutEventAsync($"retry-{status}");

        for (var attempt = 1; attempt <= 4; attempt++)
        {
            var request = await endpoint.NextAsync(_server, TimeSpan.FromSeconds(1));
            JsonNode.Parse(request.Body)!["id"]!.GetValue<string>().ShouldBe(id);
        }

        await EventuallyAsync(() => Telemetry.Pending == 0);
        endpoint.Received.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Event_EndpointIsNotThere_IsRetriedUntilItIs()
    {
        await using var late = await Endpoint.StartAsync();
        var closed = new Uri("http://127.0.0.1:1/");
        var arn = await TargetAsync("absent", closed.ToString());
        await _server.PutEventAsync("absent");
        await EventuallyAsync(() => Telemetry.Pending == 1);

        await _server.EventsAsync("UpdateApiDestination", $$"""{"Name": "absent", "InvocationEndpoint": "{{late.Url}}"}""");

        arn.ShouldContain("absent");
        await late.NextAsync(_server, TimeSpan.FromSeconds(5));
        // On a busy machine that clock may have cut the call off, too.
        await EventuallyAsync(() =>
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(1));
            return Telemetry.Pending == 0;
        });
    }

    [Fact]
    public async Task Event_EndpointDoesNotAnswer_IsCutOffAndRetried()
    {
        await using var endpoint = await Endpoint.StartAsync((count, context) =>
        {
            if (count == 1)
            {
                // Longer than any endpoint may take: only the sender's timeout, on the test's clock, ends it.
                context.RequestAborted.WaitHandle.WaitOne(LocalAwsServer.Patience);
            }

            return 200;
        });
        await TargetAsync("silent", endpoint.Url);

        await _server.PutEventAsync("silent");

        await EventuallyAsync(() =>
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(1));
            return Telemetry.Pending == 0;
        });
        await endpoint.NextAsync();
        await endpoint.NextAsync();
    }

    [Fact]
    public async Task Event_EndpointRefuses_IsDeadLetteredAtOnce()
    {
        await using var endpoint = await Endpoint.StartAsync(static (_, _) => 400);
        var arn = await TargetAsync("refused", endpoint.Url, await DeadLetterAsync("refused"));

        var id = await _server.PutEventAsync("refused", """{"n": 1}""");

        var (body, attributes) = await ReceiveDeadLetterAsync("refused");
        JsonNode.Parse(body)!["id"]!.GetValue<string>().ShouldBe(id);
        attributes.ShouldBe(new Dictionary<string, string>
        {
            ["RULE_ARN"] = "arn:aws:events:us-east-1:000000000000:rule/refused/refused-rule",
            ["TARGET_ARN"] = arn,
            ["ERROR_CODE"] = "ERROR_FROM_TARGET",
            ["ERROR_MESSAGE"] = "The endpoint answered 400.",
            ["RETRY_ATTEMPTS"] = "0",
        }, ignoreOrder: true);
        await EventuallyAsync(() => Telemetry.Pending == 0);
    }

    [Theory]
    [InlineData("attempts", """{"MaximumRetryAttempts": 2}""", "MaximumRetryAttempts", "2")]
    [InlineData("age", """{"MaximumEventAgeInSeconds": 60}""", "MaximumEventAgeInSeconds", null)]
    public async Task Event_RetriesExhausted_IsDeadLettered(string name, string policy, string condition, string? retries)
    {
        await using var endpoint = await Endpoint.StartAsync(static (_, _) => 500);
        await TargetAsync(name, endpoint.Url, $"{await DeadLetterAsync(name)}, \"RetryPolicy\": {policy}");
        using var counts = new Counts(_server);

        await _server.PutEventAsync(name);

        await EventuallyAsync(() =>
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(2));
            return Telemetry.Pending == 0;
        });
        var (_, attributes) = await ReceiveDeadLetterAsync(name);
        attributes["EXHAUSTED_RETRY_CONDITION"].ShouldBe(condition);
        attributes["ERROR_CODE"].ShouldBe("ERROR_FROM_TARGET");
        attributes["RETRY_ATTEMPTS"].ShouldBe(retries ?? attributes["RETRY_ATTEMPTS"]);
        counts.Failed.ShouldBe(1);
        counts.Delivered.ShouldBe(0);
        counts.Retries.ShouldBe(int.Parse(attributes["RETRY_ATTEMPTS"], null));
    }

    [Fact]
    public async Task Event_NoDestination_IsDeadLetteredWithoutATry()
    {
        await using var endpoint = await Endpoint.StartAsync();
        await TargetAsync("removed", endpoint.Url, await DeadLetterAsync("removed"));
        await _server.EventsAsync("DeleteApiDestination", """{"Name": "removed"}""");

        await _server.PutEventAsync("removed");

        (await ReceiveDeadLetterAsync("removed")).Attributes["ERROR_CODE"].ShouldBe("NO_RESOURCE");
        endpoint.Received.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Events_SomeAlwaysFail_TheOthersStillArrive()
    {
        // Every second event fails for ever: their retries may not hold up what comes after them.
        await using var endpoint = await Endpoint.StartAsync(static (_, context) => context.Request.Headers["X-Kind"] == "bad" ? 500 : 200);
        var arn = await _server.ApiDestinationAsync("mixed", endpoint.Url);
        await _server.EventsAsync("CreateEventBus", """{"Name": "mixed"}""");
        foreach (var kind in new[] { "good", "bad" })
        {
            await _server.EventsAsync("PutRule", $$$"""{"Name": "{{{kind}}}", "EventBusName": "mixed", "EventPattern": "{\"detail\": {\"kind\": [\"{{{kind}}}\"]} }"}""");
            await _server.EventsAsync("PutTargets", $$$"""
                {"Rule": "{{{kind}}}", "EventBusName": "mixed", "Targets": [{"Id": "one", "Arn": "{{{arn}}}", "RetryPolicy": {"MaximumEventAgeInSeconds": 60}, "HttpParameters": {"HeaderParameters": {"X-Kind": "{{{kind}}}"} } }]}
                """);
        }

        const int Each = 100;
        for (var index = 0; index < Each; index++)
        {
            await _server.PutEventAsync("mixed", """{"kind": "bad"}""");
            await _server.PutEventAsync("mixed", """{"kind": "good"}""");
        }

        var good = 0;
        while (good < Each)
        {
            good += (await endpoint.NextAsync(_server, TimeSpan.FromMilliseconds(100))).Headers["X-Kind"] == "good" ? 1 : 0;
        }

        await EventuallyAsync(() =>
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(5));
            return Telemetry.Pending == 0;
        });
    }

    [Fact]
    public async Task Events_OverTheRateLimit_WaitForTheirTurn()
    {
        await using var endpoint = await Endpoint.StartAsync();
        var arn = await _server.ApiDestinationAsync("slow", endpoint.Url, ", \"InvocationRateLimitPerSecond\": 5");
        await _server.BusWithRuleAsync("slow");
        await _server.TargetAsync("slow", arn);

        for (var index = 0; index < 12; index++)
        {
            await _server.PutEventAsync("slow");
        }

        for (var index = 0; index < 5; index++)
        {
            await endpoint.NextAsync();
        }

        await EventuallyAsync(() => Telemetry.Pending == 7);
        endpoint.Received.TryRead(out _).ShouldBeFalse();
        for (var index = 0; index < 7; index++)
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(0.201));
            await endpoint.NextAsync();
        }

        await EventuallyAsync(() => Telemetry.Pending == 0);
    }

    private async Task<string> TargetAsync(string name, string url, string extra = "")
    {
        var arn = await _server.ApiDestinationAsync(name, url);
        await _server.BusWithRuleAsync(name);
        await _server.TargetAsync(name, arn, extra);
        return arn;
    }

    private async Task<string> DeadLetterAsync(string name)
    {
        using var sqs = _server.Sqs();
        await sqs.CreateQueueAsync($"dead-{name}", Cancellation);
        return $$""", "DeadLetterConfig": {"Arn": "arn:aws:sqs:us-east-1:000000000000:dead-{{name}}"}""";
    }

    private async Task<(string Body, IReadOnlyDictionary<string, string> Attributes)> ReceiveDeadLetterAsync(string name)
    {
        using var sqs = _server.Sqs();
        var queue = await sqs.GetQueueUrlAsync($"dead-{name}", Cancellation);
        var received = await sqs.ReceiveMessageAsync(
            new Amazon.SQS.Model.ReceiveMessageRequest { QueueUrl = queue.QueueUrl, WaitTimeSeconds = 20, MessageAttributeNames = ["All"] }, Cancellation);
        var message = received.Messages.ShouldHaveSingleItem();
        return (message.Body, message.MessageAttributes.ToDictionary(static pair => pair.Key, static pair => pair.Value.StringValue));
    }

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        for (var tries = 0; !condition(); tries++)
        {
            tries.ShouldBeLessThan(1000);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    /// <summary>What EventBridge counts from now on.</summary>
    private sealed class Counts : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _delivered;
        private long _failed;
        private long _retries;

        public Counts(LocalAwsServer server)
        {
            var meters = server.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == meters && instrument.Name.StartsWith("aws.events.", StringComparison.Ordinal))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
            {
                switch (instrument.Name)
                {
                    case "aws.events.invocations": Interlocked.Add(ref _delivered, value); break;
                    case "aws.events.failed_invocations": Interlocked.Add(ref _failed, value); break;
                    case "aws.events.retry_invocation_attempts": Interlocked.Add(ref _retries, value); break;
                    default: break;
                }
            });
            _listener.Start();
        }

        public long Delivered => Interlocked.Read(ref _delivered);

        public long Failed => Interlocked.Read(ref _failed);

        public long Retries => Interlocked.Read(ref _retries);

        public void Dispose() => _listener.Dispose();
    }
}
