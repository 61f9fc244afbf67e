using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CsCheck;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Sqs.Plain;

/// <summary>
/// The short way and the general one give the same answers. A field that nobody knows makes any request one for the
/// contracts, which pass over it.
/// </summary>
public sealed class PlainOperationTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private const string Unknown = "\"Unknown\":1,";

    private static readonly Gen<string> Texts = Gen.OneOf(
        "\"a\"", "\"\"", "\"a b\"", "\"\\u00e9\\n\\\"\"", "\"é☃\"", "\"a\\u0001\"", "\"\\ud800\"", "\"\uFFFE\"", "null", "1", "[]", "\"x");

    private static readonly Gen<string> Numbers = Gen.OneOf("0", "1", "10", "11", "-1", "1.5", "43200", "43201", "99999999999", "\"1\"", "null");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendMessage_OfAnyShape_IsAnsweredAlike()
    {
        var (standard, fifo) = (await CreateAsync("plain-send"), await CreateAsync("plain-send.fifo"));
        var member = Gen.Select(
            Gen.OneOf("MessageBody", "MessageBody", "MessageGroupId", "MessageDeduplicationId", "DelaySeconds"),
            Gen.Frequency((4, Texts), (1, Numbers)),
            static (name, value) => $"\"{name}\":{value}");
        await Gen.Select(Gen.OneOf<string>(standard, fifo, "\"none\"", "\"\"", "null", "1"), member.List[0, 4]).SampleAsync(
            (url, members) => CompareAsync("SendMessage", string.Join(',', members.Prepend($"\"QueueUrl\":{url}")), "MessageId", "SequenceNumber"),
            iter: 600,
            threads: 2);
    }

    [Fact]
    public async Task SendMessageBatch_OfAnyShape_IsAnsweredAlike()
    {
        var url = await CreateAsync("plain-batch");
        var entry = Gen.Select(
            Gen.OneOf("\"a\"", "\"b\"", "\"c-1_\"", "\"d\"", "\"é\"", "\"\"", "null", "\"\\u0061\""),
            Gen.Frequency((5, Gen.Const("\"body\"")), (1, Texts)),
            static (id, body) => $"{{\"Id\":{id},\"MessageBody\":{body}}}");
        await entry.List[0, 11].SampleAsync(
            entries => CompareAsync("SendMessageBatch", $"\"QueueUrl\":{url},\"Entries\":[{string.Join(',', entries)}]", "MessageId"),
            iter: 400,
            threads: 2);
    }

    [Theory]
    [InlineData("DeleteMessage")]
    [InlineData("ChangeMessageVisibility")]
    public async Task Operation_OnAHandleOfAnyShape_IsAnsweredAlike(string operation)
    {
        var (url, other) = (await CreateAsync("plain-handle-" + operation), await CreateAsync("plain-other-" + operation));
        await server.JsonAsync("AmazonSQS.SendMessage", $$"""{"QueueUrl":{{url}},"MessageBody":"a"}""");
        var received = await server.JsonAsync("AmazonSQS.ReceiveMessage", $$"""{"QueueUrl":{{url}}}""");
        var handle = received.Body["Messages"]![0]!["ReceiptHandle"]!.ToJsonString();
        await Gen.Select(
            Gen.OneOf(url, other, "\"none\"", "null"),
            Gen.OneOf(Gen.Const(handle), Gen.Const(handle.Replace("A", "\\u0041", StringComparison.Ordinal)), Texts),
            Gen.Frequency((3, Gen.Const("30")), (1, Numbers))).SampleAsync(
            (queue, text, seconds) => CompareAsync(
                operation,
                $"\"QueueUrl\":{queue},\"ReceiptHandle\":{text}" + (operation == "DeleteMessage" ? "" : $",\"VisibilityTimeout\":{seconds}")),
            iter: 300,
            threads: 2);
    }

    [Fact]
    public async Task ReceiveMessage_OfAnEmptyQueueWithAnyNumbers_IsAnsweredAlike()
    {
        var url = await CreateAsync("plain-receive");
        await Gen.Select(Numbers, Gen.OneOf("0", "-1", "21", "null", "\"0\"", "0.5"), Numbers).SampleAsync(
            (most, wait, hidden) => CompareAsync(
                "ReceiveMessage", $"\"QueueUrl\":{url},\"MaxNumberOfMessages\":{most},\"WaitTimeSeconds\":{wait},\"VisibilityTimeout\":{hidden}"),
            iter: 200,
            threads: 2);
    }

    [Fact]
    public async Task Batches_OnTheShortWay_DoWhatTheyTellOf()
    {
        var url = await CreateAsync("plain-whole");
        var sent = await server.JsonAsync(
            "AmazonSQS.SendMessageBatch",
            $$"""{"QueueUrl":{{url}},"Entries":[{"Id":"1","MessageBody":"first"},{"MessageBody":"se\u0063ond \"☃\"","Id":"2"}]}""");
        var received = await server.JsonAsync("AmazonSQS.ReceiveMessage", $$"""{"QueueUrl":{{url}},"MaxNumberOfMessages":10}""");
        var messages = received.Body["Messages"]!.AsArray();
        var entries = messages.Select((message, index) => $$"""{"Id":"{{index}}","ReceiptHandle":"{{message!["ReceiptHandle"]}}"}""");
        var deleted = await server.JsonAsync("AmazonSQS.DeleteMessageBatch", $$"""{"QueueUrl":{{url}},"Entries":[{{string.Join(',', entries)}}]}""");
        var counts = await server.JsonAsync("AmazonSQS.GetQueueAttributes", $$"""{"QueueUrl":{{url}},"AttributeNames":["All"]}""");

        sent.Body["Successful"]!.AsArray().Select(static entry => entry!["Id"]!.GetValue<string>()).ShouldBe(["1", "2"]);
        messages.Select(static message => message!["Body"]!.GetValue<string>()).ShouldBe(["first", "second \"☃\""]);
        messages.Select(static message => message!["MessageId"]!.GetValue<string>())
            .ShouldBe(sent.Body["Successful"]!.AsArray().Select(static entry => entry!["MessageId"]!.GetValue<string>()));
        deleted.Body.ToJsonString().ShouldBe("""{"Successful":[{"Id":"0"},{"Id":"1"}]}""");
        counts.Body["Attributes"]!["ApproximateNumberOfMessagesNotVisible"]!.GetValue<string>().ShouldBe("0");
    }

    [Fact]
    public async Task Queue_DeletedAndMadeAnew_IsTheNewOne()
    {
        var url = await CreateAsync("plain-anew");
        await server.JsonAsync("AmazonSQS.SendMessage", $$"""{"QueueUrl":{{url}},"MessageBody":"old"}""");
        await server.JsonAsync("AmazonSQS.DeleteQueue", $$"""{"QueueUrl":{{url}}}""");

        var gone = await server.JsonAsync("AmazonSQS.SendMessage", $$"""{"QueueUrl":{{url}},"MessageBody":"none"}""");
        server.Clock.Advance(TimeSpan.FromSeconds(61));
        await CreateAsync("plain-anew");
        var sent = await server.JsonAsync("AmazonSQS.SendMessage", $$"""{"QueueUrl":{{url}},"MessageBody":"new"}""");
        var received = await server.JsonAsync("AmazonSQS.ReceiveMessage", $$"""{"QueueUrl":{{url}},"MaxNumberOfMessages":10}""");

        gone.QueryError.ShouldBe("AWS.SimpleQueueService.NonExistentQueue;Sender");
        sent.Status.ShouldBe(200);
        received.Body["Messages"]!.AsArray().ShouldHaveSingleItem()!["Body"]!.GetValue<string>().ShouldBe("new");
    }

    private async Task CompareAsync(string operation, string members, params string[] unlike)
    {
        var shortWay = await CallAsync(operation, $"{{{members}}}", unlike);
        var general = await CallAsync(operation, $"{{{Unknown}{members}}}", unlike);
        shortWay.ShouldBe(general, members);
    }

    private async Task<string> CallAsync(string operation, string body, string[] unlike)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", "AmazonSQS." + operation);
        using var response = await server.Http.SendAsync(request, Cancellation);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
        foreach (var node in (answer["Successful"] as JsonArray ?? []).Append(answer).OfType<JsonObject>())
        {
            foreach (var name in unlike.Where(node.ContainsKey))
            {
                node[name] = "*";
            }
        }

        return $"{(int)response.StatusCode} {answer.ToJsonString()}";
    }

    /// <summary>The queue's URL as JSON.</summary>
    private async Task<string> CreateAsync(string name)
    {
        var attributes = name.EndsWith(".fifo", StringComparison.Ordinal) ? ""","Attributes":{"FifoQueue":"true"}""" : "";
        var created = await server.JsonAsync("AmazonSQS.CreateQueue", $$"""{"QueueName":"{{name}}"{{attributes}}}""");
        return created.Body["QueueUrl"]!.ToJsonString();
    }
}
