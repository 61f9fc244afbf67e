using Amazon.SQS;
using Amazon.SQS.Model;
using LocalAws.Sqs.Queues;
using LocalAws.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LocalAws.Tests.Sqs;

/// <summary>SQS as its official client sees it.</summary>
public sealed class SqsSdkTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private readonly AmazonSQSClient _sqs = server.Sqs();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_FromCreationToDeletion_IsFoundUntilItIsGone()
    {
        var name = NewName();
        var url = (await _sqs.CreateQueueAsync(name, Cancellation)).QueueUrl;

        url.ShouldBe($"{server.Address}000000000000/{name}");
        (await _sqs.GetQueueUrlAsync(name, Cancellation)).QueueUrl.ShouldBe(url);
        (await _sqs.ListQueuesAsync(name, Cancellation)).QueueUrls.ShouldBe([url]);
        await _sqs.DeleteQueueAsync(url, Cancellation);
        await Should.ThrowAsync<QueueDoesNotExistException>(_sqs.GetQueueUrlAsync(name, Cancellation));
        (await _sqs.ListQueuesAsync(name, Cancellation)).QueueUrls.ShouldBeNull();
    }

    [Fact]
    public async Task CreateQueue_Again_IsTheSameQueueUnlessAnAttributeDiffers()
    {
        var name = NewName();
        var url = await CreateAsync(name, ("VisibilityTimeout", "150"));

        (await CreateAsync(name)).ShouldBe(url);
        (await CreateAsync(name, ("VisibilityTimeout", "150"))).ShouldBe(url);
        var refused = await Should.ThrowAsync<QueueNameExistsException>(CreateAsync(name, ("VisibilityTimeout", "151")));
        refused.Message.ShouldBe("A queue already exists with the same name and a different value for attribute VisibilityTimeout");
    }

    [Fact]
    public async Task Queues_OfTwoRegions_AreTwo()
    {
        using var other = server.Sqs("eu-central-1");
        var name = NewName();
        await CreateAsync(name);

        await Should.ThrowAsync<QueueDoesNotExistException>(other.GetQueueUrlAsync(name, Cancellation));
        var url = (await other.CreateQueueAsync(name, Cancellation)).QueueUrl;
        var attributes = await other.GetQueueAttributesAsync(url, ["QueueArn"], Cancellation);
        attributes.QueueARN.ShouldBe($"arn:aws:sqs:eu-central-1:000000000000:{name}");
    }

    [Fact]
    public async Task GetQueueAttributes_OfANewQueue_TellsTheDefaults()
    {
        var url = await CreateAsync(NewName());

        var attributes = (await _sqs.GetQueueAttributesAsync(url, ["All"], Cancellation)).Attributes;

        attributes.Keys.Order().ShouldBe(
        [
            "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesDelayed", "ApproximateNumberOfMessagesNotVisible", "CreatedTimestamp",
            "DelaySeconds", "LastModifiedTimestamp", "MaximumMessageSize", "MessageRetentionPeriod", "QueueArn", "ReceiveMessageWaitTimeSeconds",
            "SqsManagedSseEnabled", "VisibilityTimeout",
        ]);
        attributes["VisibilityTimeout"].ShouldBe("30");
        attributes["MessageRetentionPeriod"].ShouldBe("345600");
        attributes["MaximumMessageSize"].ShouldBe("1048576");
    }

    [Fact]
    public async Task SetQueueAttributes_ChangesThemAndAnEmptyPolicyIsTakenAway()
    {
        var url = await CreateAsync(NewName(), ("Policy", """{"Version":"2012-10-17"}"""));

        await _sqs.SetQueueAttributesAsync(url, new Dictionary<string, string> { ["DelaySeconds"] = "900", ["Policy"] = "" }, Cancellation);

        var attributes = (await _sqs.GetQueueAttributesAsync(url, ["All"], Cancellation)).Attributes;
        attributes["DelaySeconds"].ShouldBe("900");
        attributes.ShouldNotContainKey("Policy");
    }

    [Fact]
    public async Task SetQueueAttributes_OfOneEncryption_TakesTheOtherAway()
    {
        var url = await CreateAsync(NewName());

        await _sqs.SetQueueAttributesAsync(url, new Dictionary<string, string> { ["KmsMasterKeyId"] = "key" }, Cancellation);
        var byKms = (await _sqs.GetQueueAttributesAsync(url, ["All"], Cancellation)).Attributes;
        await _sqs.SetQueueAttributesAsync(url, new Dictionary<string, string> { ["SqsManagedSseEnabled"] = "true" }, Cancellation);
        var bySqs = (await _sqs.GetQueueAttributesAsync(url, ["All"], Cancellation)).Attributes;

        byKms["KmsDataKeyReusePeriodSeconds"].ShouldBe("300");
        byKms["SqsManagedSseEnabled"].ShouldBe("false");
        bySqs.ShouldNotContainKey("KmsMasterKeyId");
        bySqs.ShouldNotContainKey("KmsDataKeyReusePeriodSeconds");
    }

    [Fact]
    public async Task Message_WithAttributes_ArrivesAsItWasSent()
    {
        var url = await CreateAsync(NewName());
        var sent = await _sqs.SendMessageAsync(
            new SendMessageRequest(url, "{\"order\":\"é\r\n\u2603\"}")
            {
                MessageAttributes = new Dictionary<string, MessageAttributeValue>
                {
                    ["kind"] = new() { DataType = "String", StringValue = "order" },
                    ["weight.kg"] = new() { DataType = "Number.double", StringValue = "1.5" },
                    ["bytes"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([0, 255, 1]) },
                },
                MessageSystemAttributes = new Dictionary<string, MessageSystemAttributeValue>
                {
                    ["AWSTraceHeader"] = new() { DataType = "String", StringValue = "Root=1-5759e988-bd862e3fe1be46a994272793" },
                },
            },
            Cancellation);

        var message = await ReceiveOneAsync(new ReceiveMessageRequest(url)
        {
            MessageSystemAttributeNames = ["All"],
            MessageAttributeNames = ["All"],
        });

        message.MessageId.ShouldBe(sent.MessageId);
        message.Body.ShouldBe("{\"order\":\"é\r\n\u2603\"}");
        message.MD5OfMessageAttributes.ShouldBe(sent.MD5OfMessageAttributes);
        message.MessageAttributes["kind"].StringValue.ShouldBe("order");
        message.MessageAttributes["bytes"].BinaryValue.ToArray().ShouldBe([0, 255, 1]);
        message.Attributes["AWSTraceHeader"].ShouldBe("Root=1-5759e988-bd862e3fe1be46a994272793");
        message.Attributes["ApproximateReceiveCount"].ShouldBe("1");
        message.Attributes["SenderId"].ShouldBe("000000000000");
        var now = server.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        long.Parse(message.Attributes["SentTimestamp"]).ShouldBeLessThanOrEqualTo(now);
        long.Parse(message.Attributes["ApproximateFirstReceiveTimestamp"]).ShouldBeLessThanOrEqualTo(now);
    }

    [Theory]
    [InlineData("All", "a.b,a.c,d")]
    [InlineData(".*", "a.b,a.c,d")]
    [InlineData("a.*", "a.b,a.c")]
    [InlineData("d", "d")]
    [InlineData("none", "")]
    public async Task ReceiveMessage_WithAttributeNames_GivesThese(string wanted, string expected)
    {
        var url = await CreateAsync(NewName());
        string[] names = ["a.b", "a.c", "d"];
        await _sqs.SendMessageAsync(
            new SendMessageRequest(url, "body")
            {
                MessageAttributes = names.ToDictionary(name => name, name => new MessageAttributeValue { DataType = "String", StringValue = name }),
            },
            Cancellation);

        var message = await ReceiveOneAsync(new ReceiveMessageRequest(url) { MessageAttributeNames = [wanted] });

        string.Join(',', message.MessageAttributes?.Keys.Order() ?? Enumerable.Empty<string>()).ShouldBe(expected);
        message.Attributes.ShouldBeNull();
    }

    [Fact]
    public async Task LongPoll_IsAnsweredByTheNextMessage()
    {
        var url = await CreateAsync(NewName());
        var poll = _sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { WaitTimeSeconds = 20 }, Cancellation);

        await _sqs.SendMessageAsync(url, "order", Cancellation);

        (await poll).Messages.ShouldHaveSingleItem().Body.ShouldBe("order");
    }

    [Fact]
    public async Task LongPoll_OfAClientThatHangsUp_TakesNoMessageWithIt()
    {
        var url = await CreateAsync(NewName());
        using var impatient = new CancellationTokenSource();
        var gone = _sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { WaitTimeSeconds = 20 }, impatient.Token);
        var stays = _sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { WaitTimeSeconds = 20 }, Cancellation);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(gone);
        await _sqs.SendMessageAsync(url, "order", Cancellation);

        (await stays).Messages.ShouldHaveSingleItem().Body.ShouldBe("order");
    }

    [Fact]
    public async Task LongPolls_OfClientsThatAreKilled_TakeNoMessagesWithThem()
    {
        var url = await CreateAsync(NewName());
        for (var order = 0; order < 100; order++)
        {
            var body = $$"""{"QueueUrl":"{{url}}","WaitTimeSeconds":20}""";
            using (await server.ConnectAsync(
                $"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSQS.ReceiveMessage\r\nContent-Length: {body.Length}\r\n\r\n{body}"))
            {
                await UntilSomebodyWaitsAsync(url);
            }

            var poll = _sqs.ReceiveMessageAsync(
                new ReceiveMessageRequest(url) { WaitTimeSeconds = 20, MessageSystemAttributeNames = ["ApproximateReceiveCount"] }, Cancellation);
            await _sqs.SendMessageAsync(url, $"order {order}", Cancellation);

            var message = (await poll).Messages.ShouldHaveSingleItem();
            message.Body.ShouldBe($"order {order}");
            message.Attributes["ApproximateReceiveCount"].ShouldBe("1");
            await _sqs.DeleteMessageAsync(url, message.ReceiptHandle, Cancellation);
        }
    }

    [Fact]
    public async Task ReceiveMessage_OfAnEmptyQueue_IsAnsweredAtOnce() =>
        (await _sqs.ReceiveMessageAsync(await CreateAsync(NewName()), Cancellation)).Messages.ShouldBeNull();

    [Fact]
    public async Task Batches_SendExtendAndDelete_AnswerEachEntry()
    {
        var url = await CreateAsync(NewName());
        var sent = await _sqs.SendMessageBatchAsync(
            url,
            [
                new SendMessageBatchRequestEntry("one", "1"),
                new SendMessageBatchRequestEntry("two", "\u0001"),
                new SendMessageBatchRequestEntry("three", "3") { DelaySeconds = 901 },
                new SendMessageBatchRequestEntry("four", "4"),
            ],
            Cancellation);
        sent.Successful.Select(entry => entry.Id).ShouldBe(["one", "four"]);
        sent.Failed.Select(entry => (entry.Id, entry.Code, entry.SenderFault)).ShouldBe(
            [("two", "InvalidMessageContents", true), ("three", "InvalidParameterValue", true)]);

        var received = await _sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { MaxNumberOfMessages = 10 }, Cancellation);
        received.Messages.Select(message => message.Body).ShouldBe(["1", "4"]);
        var handles = received.Messages.ConvertAll(message => message.ReceiptHandle);

        var changed = await _sqs.ChangeMessageVisibilityBatchAsync(
            url,
            [
                new ChangeMessageVisibilityBatchRequestEntry("a", handles[0]) { VisibilityTimeout = 0 },
                new ChangeMessageVisibilityBatchRequestEntry("b", "no handle") { VisibilityTimeout = 0 },
            ],
            Cancellation);
        changed.Successful.Select(entry => entry.Id).ShouldBe(["a"]);
        changed.Failed.Select(entry => (entry.Id, entry.Code)).ShouldBe([("b", "ReceiptHandleIsInvalid")]);

        var deleted = await _sqs.DeleteMessageBatchAsync(
            url, [new DeleteMessageBatchRequestEntry("x", handles[0]), new DeleteMessageBatchRequestEntry("y", handles[1])], Cancellation);
        deleted.Successful.Count.ShouldBe(2);
        deleted.Failed.ShouldBeNull();
        (await CountAsync(url)).ShouldBe(0);
    }

    [Fact]
    public async Task Message_ReceivedTooOften_IsFoundInTheDeadLetterQueue()
    {
        var dead = await CreateAsync(NewName());
        var arn = (await _sqs.GetQueueAttributesAsync(dead, ["QueueArn"], Cancellation)).QueueARN;
        var url = await CreateAsync(
            NewName(), ("VisibilityTimeout", "0"), ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{arn}}","maxReceiveCount":"1"}"""));
        await _sqs.SendMessageAsync(url, "order", Cancellation);
        await ReceiveOneAsync(new ReceiveMessageRequest(url));

        (await _sqs.ReceiveMessageAsync(url, Cancellation)).Messages.ShouldBeNull();

        var message = await ReceiveOneAsync(new ReceiveMessageRequest(dead) { MessageSystemAttributeNames = ["DeadLetterQueueSourceArn"] });
        message.Attributes["DeadLetterQueueSourceArn"].ShouldEndWith(url.Split('/')[^1]);
        (await _sqs.ListDeadLetterSourceQueuesAsync(new ListDeadLetterSourceQueuesRequest { QueueUrl = dead }, Cancellation))
            .QueueUrls.ShouldBe([url]);
    }

    [Fact]
    public async Task Tags_AreAddedReplacedAndTakenAway()
    {
        var url = await CreateAsync(NewName());
        (await _sqs.ListQueueTagsAsync(new ListQueueTagsRequest { QueueUrl = url }, Cancellation)).Tags.ShouldBeNull();
        await _sqs.TagQueueAsync(new TagQueueRequest { QueueUrl = url, Tags = new() { ["a"] = "1", ["A"] = "2", ["b"] = "3" } }, Cancellation);
        await _sqs.TagQueueAsync(new TagQueueRequest { QueueUrl = url, Tags = new() { ["a"] = "4" } }, Cancellation);
        await _sqs.UntagQueueAsync(new UntagQueueRequest { QueueUrl = url, TagKeys = ["b", "none"] }, Cancellation);

        var tags = (await _sqs.ListQueueTagsAsync(new ListQueueTagsRequest { QueueUrl = url }, Cancellation)).Tags;

        tags.ShouldBe(new Dictionary<string, string> { ["a"] = "4", ["A"] = "2" }, ignoreOrder: true);
    }

    [Fact]
    public async Task ListQueues_InPages_GivesEachOnce()
    {
        var prefix = NewName();
        for (var queue = 0; queue < 5; queue++)
        {
            await CreateAsync($"{prefix}-{queue}");
        }

        List<string> urls = [];
        string? token = null;
        do
        {
            var page = await _sqs.ListQueuesAsync(
                new ListQueuesRequest { QueueNamePrefix = prefix, MaxResults = 2, NextToken = token }, Cancellation);
            urls.AddRange(page.QueueUrls);
            token = page.NextToken;
        }
        while (token is not null);

        urls.Count.ShouldBe(5);
        urls.ShouldBeUnique();
    }

    [Fact]
    public async Task PurgeQueue_Twice_IsRefused()
    {
        var url = await CreateAsync(NewName());
        await _sqs.SendMessageAsync(url, "order", Cancellation);

        await _sqs.PurgeQueueAsync(url, Cancellation);

        (await CountAsync(url)).ShouldBe(0);
        await Should.ThrowAsync<PurgeQueueInProgressException>(_sqs.PurgeQueueAsync(url, Cancellation));
    }

    [Fact]
    public async Task ChangeMessageVisibility_OfAMessageNotInFlight_ChangesNothing()
    {
        var url = await CreateAsync(NewName(), ("VisibilityTimeout", "0"));
        await _sqs.SendMessageAsync(url, "order", Cancellation);
        var handle = (await ReceiveOneAsync(new ReceiveMessageRequest(url))).ReceiptHandle;

        await _sqs.ChangeMessageVisibilityAsync(url, handle, 10, Cancellation);
        (await CountAsync(url)).ShouldBe(1);
        await _sqs.DeleteMessageAsync(url, handle, Cancellation);
        var refused = await Should.ThrowAsync<AmazonSQSException>(_sqs.ChangeMessageVisibilityAsync(url, handle, 10, Cancellation));
        refused.ErrorCode.ShouldBe("InvalidParameterValue");
        await Should.ThrowAsync<ReceiptHandleIsInvalidException>(_sqs.DeleteMessageAsync(url, "INVALID", Cancellation));
    }

    private async Task UntilSomebodyWaitsAsync(string url)
    {
        var queue = server.Services.GetRequiredService<QueueStore>().Find(QueueKey.FromUrl(url, "us-east-1")!.Value)!;
        while (queue.Count().Polls == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancellation);
        }
    }

    private static string NewName() => $"q{Guid.NewGuid():N}";

    private async Task<string> CreateAsync(string name, params (string Name, string Value)[] attributes) =>
        (await _sqs.CreateQueueAsync(
            new CreateQueueRequest(name) { Attributes = attributes.ToDictionary(pair => pair.Name, pair => pair.Value) }, Cancellation)).QueueUrl;

    private async Task<Message> ReceiveOneAsync(ReceiveMessageRequest request) =>
        (await _sqs.ReceiveMessageAsync(request, Cancellation)).Messages.ShouldHaveSingleItem();

    private async Task<int> CountAsync(string url) =>
        (await _sqs.GetQueueAttributesAsync(url, ["ApproximateNumberOfMessages"], Cancellation)).ApproximateNumberOfMessages;
}
