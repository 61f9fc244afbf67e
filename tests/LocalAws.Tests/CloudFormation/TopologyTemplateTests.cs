using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.CloudFormation;
using LocalAws.EventBridge.Delivery;
using LocalAws.Tests.EventBridge;
using LocalAws.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LocalAws.Tests.CloudFormation;

/// <summary><c>infra/template.yaml</c> itself, and its switch under load.</summary>
public sealed class TopologyTemplateTests : IDisposable
{
    private static readonly (string, string)[] Keys = [("DeliveryApiKey", "the-key"), ("EventsApiKey", "another-key")];

    private readonly LocalAwsServer _server = new();
    private readonly AmazonCloudFormationClient _client;

    public TopologyTemplateTests() => _client = _server.CloudFormation();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Template => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "infra", "template.yaml"));

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Template_Created_IsTheTopology()
    {
        var stack = await _client.CreateAsync("sls-observe", Template, [.. Keys]);

        stack.StackStatus.ShouldBe(StackStatus.CREATE_COMPLETE);
        stack.Output("EventBusName").ShouldBe("sls-observe");
        stack.Output("EventBusArn").ShouldBe("arn:aws:events:us-east-1:000000000000:event-bus/sls-observe");
        stack.Output("QueueArn").ShouldBe("arn:aws:sqs:us-east-1:000000000000:sls-observe-delivery");
        stack.Output("QueueUrl").ShouldEndWith("/000000000000/sls-observe-delivery");
        stack.Output("ApiDestinationArn").ShouldStartWith("arn:aws:events:us-east-1:000000000000:api-destination/sls-observe-delivery/");
        stack.Output("FlowControl").ShouldBe("false");
        stack.Output("MaximumConcurrency").ShouldBe("10");
        var rule = await _server.EventsAsync("DescribeRule", """{"Name": "sls-observe-order-notify", "EventBusName": "sls-observe"}""");
        rule["EventPattern"]!.GetValue<string>().ShouldBe("""{"account":["000000000000"],"detail-type":["order-notify"]}""");
        var (_, secret, _) = await _server.JsonAsync("secretsmanager.GetSecretValue", """{"SecretId": "/sls-observe/delivery/api-key"}""", "application/x-amz-json-1.1");
        secret["SecretString"]!.GetValue<string>().ShouldBe("the-key");
        using var sqs = _server.Sqs();
        var queue = await sqs.GetQueueAttributesAsync(stack.Output("QueueUrl"), ["All"], Cancellation);
        queue.VisibilityTimeout.ShouldBe(150);
        JsonNode.DeepEquals(
            JsonNode.Parse(queue.Attributes["RedrivePolicy"]),
            JsonNode.Parse("""{"deadLetterTargetArn": "arn:aws:sqs:us-east-1:000000000000:sls-observe-delivery-dead-letter", "maxReceiveCount": 10}""")).ShouldBeTrue();
        var dead = await sqs.GetQueueAttributesAsync(stack.Output("DeadLetterQueueUrl"), ["All"], Cancellation);
        dead.MessageRetentionPeriod.ShouldBe(14 * 24 * 60 * 60);
        dead.Attributes["RedriveAllowPolicy"].ShouldContain(stack.Output("QueueArn"));
    }

    [Theory]
    [InlineData("false", "api-destination/sls-observe-delivery/")]
    [InlineData("true", ":sqs:us-east-1:000000000000:sls-observe-delivery")]
    public async Task FlowControl_Value_DecidesOnTheOnlyTarget(string flowControl, string target)
    {
        await _client.CreateAsync("sls-observe", Template, [("FlowControl", flowControl), .. Keys]);

        var targets = await _server.EventsAsync("ListTargetsByRule", """{"Rule": "sls-observe-order-notify", "EventBusName": "sls-observe"}""");

        targets["Targets"]!.AsArray().ShouldHaveSingleItem()!["Arn"]!.GetValue<string>().ShouldContain(target);
    }

    [Fact]
    public async Task FlowControl_FlippedUnderLoad_BringsEachEventExactlyOnce()
    {
        const int Senders = 4;
        const int EventsEach = 75;
        await using var endpoint = await Endpoint.StartAsync();
        var stack = await _client.CreateAsync("sls-observe", Template, [("EventsEndpoint", $"{endpoint.Url}/events"), .. Keys]);

        var sent = new ConcurrentBag<int>();
        var sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => SendAsync(sender * EventsEach, EventsEach, sent)));
        var flips = 0;
        while (!sending.IsCompleted)
        {
            flips++;
            var flipped = await _client.UpdateAsync(
                "sls-observe", null, [("FlowControl", flips % 2 == 1 ? "true" : "false"), ("EventsEndpoint", $"{endpoint.Url}/events"), .. Keys]);
            flipped.StackStatus.ShouldBe(StackStatus.UPDATE_COMPLETE);
        }

        await sending;
        var telemetry = _server.Services.GetRequiredService<EventBridgeTelemetry>();
        for (var tries = 0; telemetry.Pending > 0; tries++)
        {
            tries.ShouldBeLessThan(1000);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        var pushed = Numbers(endpoint);
        var queued = await NumbersAsync(stack.Output("QueueUrl"));
        flips.ShouldBeGreaterThan(3);
        pushed.ShouldNotBeEmpty();
        queued.ShouldNotBeEmpty();
        sent.Count.ShouldBe(Senders * EventsEach);
        pushed.Concat(queued).Order().ShouldBe(Enumerable.Range(0, Senders * EventsEach));
    }

    private async Task SendAsync(int first, int count, ConcurrentBag<int> sent)
    {
        for (var number = first; number < first + count; number++)
        {
            var answer = await _server.EventsAsync("PutEvents", $$"""
                {"Entries": [{"EventBusName": "sls-observe", "Source": "test", "DetailType": "order-notify", "Detail": "{\"n\": {{number.ToString(CultureInfo.InvariantCulture)}} }"}]}
                """);
            answer["FailedEntryCount"]!.GetValue<int>().ShouldBe(0);
            sent.Add(number);
        }
    }

    private static List<int> Numbers(Endpoint endpoint)
    {
        List<int> numbers = [];
        while (endpoint.Received.TryRead(out var request))
        {
            numbers.Add(Number(request.Body));
        }

        return numbers;
    }

    private async Task<List<int>> NumbersAsync(string queue)
    {
        using var sqs = _server.Sqs();
        List<int> numbers = [];
        while ((await sqs.ReceiveMessageAsync(new Amazon.SQS.Model.ReceiveMessageRequest { QueueUrl = queue, MaxNumberOfMessages = 10 }, Cancellation)).Messages is { Count: > 0 } messages)
        {
            numbers.AddRange(messages.Select(static message => Number(message.Body)));
        }

        return numbers;
    }

    private static int Number(string envelope) => JsonNode.Parse(envelope)!["detail"]!["n"]!.GetValue<int>();
}
