using System.Net;
using System.Xml.Linq;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Sqs;

/// <summary>SQS in the older Query protocol.</summary>
public sealed class SqsQueryTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private const string Version = "2012-11-05";
    private static readonly XNamespace Xml = "http://queue.amazonaws.com/doc/2012-11-05/";

    [Fact]
    public async Task Message_SentToAQueuesPath_ArrivesWithItsAttributes()
    {
        await CallAsync("/", ("Action", "CreateQueue"), ("QueueName", "by-path"), ("Attribute.1.Name", "VisibilityTimeout"), ("Attribute.1.Value", "150"));
        var (_, sent) = await CallAsync(
            "/000000000000/by-path",
            ("Action", "SendMessage"), ("MessageBody", "a\r\nb <&>"),
            ("MessageAttribute.1.Name", "kind"), ("MessageAttribute.1.Value.DataType", "String"), ("MessageAttribute.1.Value.StringValue", "order"),
            ("MessageAttribute.2.Name", "bytes"), ("MessageAttribute.2.Value.DataType", "Binary"), ("MessageAttribute.2.Value.BinaryValue", "AP8B"));

        var (status, received) = await CallAsync(
            "/000000000000/by-path",
            ("Action", "ReceiveMessage"), ("AttributeName.1", "ApproximateReceiveCount"), ("MessageAttributeName.1", "All"));

        status.ShouldBe(200);
        received.Name.ShouldBe(Xml + "ReceiveMessageResponse");
        received.Text("MessageId").ShouldBe(sent.Text("MessageId"));
        received.Text("Body").ShouldBe("a\r\nb <&>");
        received.Text("MD5OfBody").ShouldBe(sent.Text("MD5OfMessageBody"));
        received.Text("MD5OfMessageAttributes").ShouldBe(sent.Text("MD5OfMessageAttributes"));
        received.Descendants(Xml + "Attribute").ShouldHaveSingleItem().Element(Xml + "Value")!.Value.ShouldBe("1");
        received.Descendants(Xml + "MessageAttribute").Select(attribute => attribute.Element(Xml + "Name")!.Value).ShouldBe(["kind", "bytes"]);

        var (_, deleted) = await CallAsync(
            "/000000000000/by-path", ("Action", "DeleteMessage"), ("ReceiptHandle", received.Text("ReceiptHandle")));
        deleted.Elements().ShouldHaveSingleItem().Name.LocalName.ShouldBe("ResponseMetadata");
    }

    [Fact]
    public async Task Batch_AnswersEachEntry()
    {
        await CallAsync("/", ("Action", "CreateQueue"), ("QueueName", "batch"));

        var (_, sent) = await CallAsync(
            "/",
            ("Action", "SendMessageBatch"), ("QueueUrl", $"{server.Address}000000000000/batch"),
            ("SendMessageBatchRequestEntry.1.Id", "a"), ("SendMessageBatchRequestEntry.1.MessageBody", "1"),
            ("SendMessageBatchRequestEntry.2.Id", "b"), ("SendMessageBatchRequestEntry.2.MessageBody", "2"),
            ("SendMessageBatchRequestEntry.2.DelaySeconds", "1000"));

        sent.Descendants(Xml + "SendMessageBatchResultEntry").ShouldHaveSingleItem().Element(Xml + "Id")!.Value.ShouldBe("a");
        var failed = sent.Descendants(Xml + "BatchResultErrorEntry").ShouldHaveSingleItem();
        failed.Element(Xml + "Code")!.Value.ShouldBe("InvalidParameterValue");
        failed.Element(Xml + "SenderFault")!.Value.ShouldBe("true");
    }

    [Fact]
    public async Task Get_WithTheParametersInTheUrl_IsAnswered()
    {
        await CallAsync("/", ("Action", "CreateQueue"), ("QueueName", "by-get"));

        using var response = await server.Http.GetAsync(
            new Uri($"/000000000000/by-get?Action=GetQueueAttributes&Version={Version}&AttributeName.1=QueueArn", UriKind.Relative),
            TestContext.Current.CancellationToken);

        var answer = XElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        answer.Text("Value").ShouldBe("arn:aws:sqs:us-east-1:000000000000:by-get");
    }

    [Theory]
    [InlineData(
        "AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist for this wsdl version.", "Action",
        "GetQueueUrl", "QueueName", "none")]
    [InlineData("MissingParameter", "The request must contain the parameter QueueName.", "Action", "GetQueueUrl", "X", "x")]
    [InlineData("InvalidAction", "The action Nothing is not valid for this endpoint.", "Action", "Nothing", "X", "x")]
    [InlineData("MissingAction", "The request must contain the parameter Action.", "X", "x", "Y", "y")]
    [InlineData("MalformedInput", "The parameter MaxResults must be a whole number, not 'x'.", "Action", "ListQueues", "MaxResults", "x")]
    [InlineData(
        "AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist for this wsdl version.", "Action",
        "DeleteQueue", "QueueUrl", "\u0001")]
    public async Task Query_ThatIsRefused_SaysWhy(string code, string message, string name1, string value1, string name2, string value2)
    {
        var (status, answer) = await CallAsync("/", (name1, value1), (name2, value2));

        status.ShouldBe(400);
        answer.Text("Type").ShouldBe("Sender");
        answer.Text("Code").ShouldBe(code);
        answer.Text("Message").ShouldBe(message);
    }

    [Fact]
    public async Task Form_WithFarTooManyFields_IsRefused()
    {
        var fields = Enumerable.Range(0, 3_000).Select(field => ($"Field{field}", "x")).ToArray();

        var (status, answer) = await server.QueryAsync("/", fields);

        status.ShouldBe((int)HttpStatusCode.BadRequest);
        answer.Text("Code").ShouldBe("MalformedHttpRequestException");
    }

    private Task<(int Status, XElement Body)> CallAsync(string path, params (string Name, string Value)[] form) =>
        server.QueryAsync(path, [.. form, ("Version", Version)]);
}
