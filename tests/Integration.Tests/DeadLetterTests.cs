using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Integration.Tests.Fixtures;

namespace Integration.Tests;

/// <summary>The smoke scenario with flow control against a SlowApi that always fails, and a message that is no order.</summary>
public sealed class DeadLetterTests
{
    private const string Count = "ApproximateNumberOfMessages";

    [Fact]
    public async Task Run_WhatNobodyCanDeliver_EndsInTheDeadLetterQueueAndOrdersInTheEquation()
    {
        await using var lab = await Lab.StartAsync("--flow-control", "--SlowApi:FaultRate=1", "--Delivery:MaxAttempts=1");
        using var localAws = lab.Client("local-aws");
        using var sqs = new AmazonSQSClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonSQSConfig { ServiceURL = localAws.BaseAddress!.ToString(), AuthenticationRegion = "eu-west-1" });
        var queue = (await sqs.GetQueueUrlAsync("sls-observe-delivery")).QueueUrl;
        var dead = (await sqs.GetQueueUrlAsync("sls-observe-delivery-dead-letter")).QueueUrl;
        await HastenAsync(sqs, queue);
        await sqs.SendMessageAsync(new SendMessageRequest { QueueUrl = queue, MessageBody = "no order" });

        var report = await lab.ReportAsync();

        report.Drained.ShouldBeTrue();
        report.Totals.Accepted.ShouldBe(report.Load!.Planned);
        report.Totals.Delivered.ShouldBe(0);
        report.Totals.Dropped.ShouldBe(report.Totals.Accepted);
        report.Totals.DeadLettered.ShouldBe(report.Totals.Accepted);
        report.Totals.InFlight.ShouldBe(0);
        report.Totals.Unaccounted.ShouldBe(0);
        report.Minutes.Sum(minute => minute.Dropped).ShouldBe(report.Totals.Dropped);
        using var worker = lab.Client("delivery-worker");
        (await worker.GetFromJsonAsync<List<string>>("/orders/dropped"))!.Count.ShouldBe((int)report.Totals.Accepted);
        await Lab.UntilAsync(async () => await CountAsync(sqs, dead) == report.Totals.Accepted + 1 ? "all" : null);
        (await CountAsync(sqs, queue)).ShouldBe(0);
    }

    /// <summary>Two receives instead of ten, and seconds between them instead of minutes.</summary>
    private static async Task HastenAsync(AmazonSQSClient sqs, string queue)
    {
        var attributes = (await sqs.GetQueueAttributesAsync(queue, ["RedrivePolicy"])).Attributes;
        var target = JsonSerializer.Deserialize<JsonElement>(attributes["RedrivePolicy"]).GetProperty("deadLetterTargetArn").GetString();
        await sqs.SetQueueAttributesAsync(queue, new Dictionary<string, string>
        {
            ["VisibilityTimeout"] = "5",
            ["RedrivePolicy"] = $$"""{"deadLetterTargetArn":"{{target}}","maxReceiveCount":2}""",
        });
    }

    private static async Task<long> CountAsync(AmazonSQSClient sqs, string queue) => long.Parse(
        (await sqs.GetQueueAttributesAsync(queue, [Count])).Attributes[Count], CultureInfo.InvariantCulture);
}
