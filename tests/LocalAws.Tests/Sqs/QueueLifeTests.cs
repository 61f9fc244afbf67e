using Amazon.SQS;
using Amazon.SQS.Model;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Sqs;

/// <summary>What a queue allows, and for how long, by the official client.</summary>
public sealed class QueueLifeTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private readonly AmazonSQSClient _sqs = server.Sqs();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateQueue_WithinAMinuteOfItsDeletion_IsRefused()
    {
        var (url, arn) = await _sqs.CreateAsync();
        var name = arn.Split(':')[^1];
        await _sqs.DeleteQueueAsync(url, Cancellation);

        await Should.ThrowAsync<QueueDeletedRecentlyException>(_sqs.CreateQueueAsync(name, Cancellation));
        server.Clock.Advance(TimeSpan.FromSeconds(59));
        var refused = await Should.ThrowAsync<QueueDeletedRecentlyException>(_sqs.CreateQueueAsync(name, Cancellation));
        server.Clock.Advance(TimeSpan.FromSeconds(1));

        (await _sqs.CreateQueueAsync(name, Cancellation)).QueueUrl.ShouldBe(url);
        refused.Message.ShouldBe("You must wait 60 seconds after deleting a queue before you can create another with the same name.");
    }

    [Fact]
    public async Task PurgeQueue_WithinAMinuteOfTheLast_IsRefusedAndSparesTheMessages()
    {
        var (url, arn) = await _sqs.CreateAsync();
        await _sqs.PurgeQueueAsync(url, Cancellation);
        await _sqs.SendMessageAsync(url, "spared", Cancellation);

        var refused = await Should.ThrowAsync<PurgeQueueInProgressException>(_sqs.PurgeQueueAsync(url, Cancellation));
        var spared = await _sqs.CountAsync(url);
        server.Clock.Advance(TimeSpan.FromSeconds(60));
        await _sqs.PurgeQueueAsync(url, Cancellation);

        refused.Message.ShouldBe($"Only one PurgeQueue operation on {arn.Split(':')[^1]} is allowed every 60 seconds.");
        spared.ShouldBe(1);
        (await _sqs.CountAsync(url)).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"redrivePermission":"allowAll"}""", true)]
    [InlineData("""{"redrivePermission":"denyAll"}""", false)]
    [InlineData("""{"redrivePermission":"byQueue","sourceQueueArns":["$"]}""", true)]
    [InlineData("""{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:us-east-1:000000000000:another"]}""", false)]
    public async Task RedriveAllowPolicy_SaysWhoMayGiveUpMessagesHere(string policy, bool isAllowed)
    {
        var (url, arn) = await _sqs.CreateAsync();
        var (_, deadArn) = await _sqs.CreateAsync("", ("RedriveAllowPolicy", policy.Replace("$", arn, StringComparison.Ordinal)));
        var (name, value) = SqsSteps.RedriveTo(deadArn);

        var set = _sqs.SetQueueAttributesAsync(url, new Dictionary<string, string> { [name] = value }, Cancellation);

        if (isAllowed)
        {
            await set;
            (await _sqs.GetQueueAttributesAsync(url, [name], Cancellation)).Attributes[name].ShouldBe(value);
        }
        else
        {
            (await Should.ThrowAsync<AmazonSQSException>(set)).Message
                .ShouldEndWith("The dead-letter queue's redrive allow policy does not permit this source queue.");
        }
    }

    [Fact]
    public async Task FifoQueue_WithAMessageOfAGroupInFlight_KeepsTheRestOfTheGroup()
    {
        var (url, _) = await _sqs.CreateAsync(".fifo", ("FifoQueue", "true"), ("ContentBasedDeduplication", "true"));
        foreach (var (group, body) in (List<(string, string)>)[("a", "a1"), ("a", "a2"), ("b", "b1")])
        {
            await _sqs.SendMessageAsync(new SendMessageRequest(url, body) { MessageGroupId = group }, Cancellation);
        }

        var first = (await _sqs.ReceiveAsync(url, most: 1)).ShouldHaveSingleItem();
        var others = await _sqs.ReceiveAsync(url);
        var none = await _sqs.ReceiveAsync(url);
        await _sqs.DeleteMessageAsync(url, first.ReceiptHandle, Cancellation);
        var next = await _sqs.ReceiveAsync(url);

        first.Body.ShouldBe("a1");
        others.ShouldHaveSingleItem().Body.ShouldBe("b1");
        none.ShouldBeEmpty();
        next.ShouldHaveSingleItem().Body.ShouldBe("a2");
    }

    [Fact]
    public async Task ReceiveMessage_WithTheSameAttemptId_GivesTheSameMessages()
    {
        var (url, _) = await _sqs.CreateAsync(".fifo", ("FifoQueue", "true"), ("ContentBasedDeduplication", "true"));
        await _sqs.SendMessageAsync(new SendMessageRequest(url, "order") { MessageGroupId = "a" }, Cancellation);

        var first = await ReceiveAsync("one");
        var again = await ReceiveAsync("one");
        var other = await ReceiveAsync("two");
        await _sqs.DeleteMessageAsync(url, again!.ReceiptHandle, Cancellation);
        var deleted = await ReceiveAsync("one");

        again.MessageId.ShouldBe(first!.MessageId);
        again.ReceiptHandle.ShouldBe(first.ReceiptHandle);
        other.ShouldBeNull();
        deleted.ShouldBeNull();

        async Task<Message?> ReceiveAsync(string attempt) => (await _sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest(url) { ReceiveRequestAttemptId = attempt }, Cancellation)).Messages?.SingleOrDefault();
    }
}
