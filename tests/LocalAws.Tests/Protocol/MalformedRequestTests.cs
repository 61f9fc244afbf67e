using CsCheck;
using LocalAws.Protocol;
using LocalAws.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LocalAws.Tests.Protocol;

/// <summary>Whatever a caller sends: it is told what is wrong, and never that something broke here.</summary>
public sealed class MalformedRequestTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, value) => depth > 3
        ? Gen.Const("1")
        : Gen.OneOf(
            Gen.OneOf(
                "null", "true", "-1", "1e400", "0.5", "9999999999999", "\"\"", "\"a\"", "\"\\ud800\"", "\"\\u0000\"", "\"/000000000000/q\"",
                "\"arn:aws:sqs\"", "\"arn:aws:secretsmanager:::secret:-\"", "\":\"", "{", "]", "\"\u0001\""),
            value.List[0, 3].Select(items => $"[{string.Join(',', items)}]"),
            Gen.Select(Gen.OneOf(
                "QueueUrl", "QueueName", "Attributes", "Entries", "Id", "MessageBody", "ReceiptHandle", "MessageAttributes", "DataType",
                "StringValue", "BinaryValue", "DelaySeconds", "Name", "Names", "Value", "Type", "Path", "NextToken", "SecretId", "SecretString",
                "SecretBinary", "Tags", "TagKeys", "AttributeNames", "RedrivePolicy", "VisibilityTimeout", "MaxResults", "AllowedPattern",
                "ClientRequestToken"), value).List[0, 4]
                .Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}")));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnyJson_ToAnyOperation_IsNoDefect()
    {
        var targets = server.Services.GetRequiredService<OperationTable>().Targets
            .Where(target => target.Split('.')[0] is "AmazonSQS" or "AmazonSSM" or "secretsmanager")
            .ToArray();
        await Gen.Select(Gen.OneOf(targets), Json).SampleAsync(
            async (target, body) =>
            {
                var answer = await server.JsonAsync(target, body);
                answer.Status.ShouldBeOneOf(200, 400, 403);
            },
            iter: 2_000,
            threads: 2);
    }

    [Fact]
    public async Task AnyForm_ToAnyAction_IsNoDefect()
    {
        var field = Gen.Select(
            Gen.OneOf("QueueUrl", "QueueName", "MessageBody", "ReceiptHandle", "MaxResults", "DelaySeconds", "VisibilityTimeout"),
            Gen.OneOf("", ".1", ".1.Name", ".1.Value", ".1.Value.BinaryValue", ".99999999999", ".x", "..", ".1.1.1"),
            Gen.OneOf("", "a", "-1", "\u0001", "/000000000000/q", "http://", "\ud83d"));
        var action = Gen.OneOf(
            "CreateQueue", "ListQueues", "SendMessage", "SendMessageBatch", "ReceiveMessage", "DeleteMessage", "TagQueue", "SetQueueAttributes",
            "ChangeMessageVisibilityBatch", "", "GetCallerIdentity");
        await Gen.Select(action, field.List[0, 5]).SampleAsync(
            async (name, fields) =>
            {
                var answer = await server.QueryAsync("/", [.. fields.Select(each => (each.Item1 + each.Item2, each.Item3)), ("Action", name)]);
                answer.Status.ShouldBeOneOf(200, 400, 403);
            },
            iter: 1_000,
            threads: 2);
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=")]
    [InlineData("AWS4-HMAC-SHA256 Credential=/////aws4_request, SignedHeaders=")]
    [InlineData("Credential=,,,")]
    [InlineData("\"")]
    public async Task Authorization_OfAnyShape_IsNoDefect(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("{}") };
        request.Headers.Add("X-Amz-Target", "AmazonSQS.ListQueues");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var response = await server.Http.SendAsync(request, Cancellation);

        ((int)response.StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task Body_LongerThanTheLimit_IsRefused()
    {
        var (status, body, _) = await server.JsonAsync("AmazonSQS.ListQueues", new string(' ', 9 * 1024 * 1024));

        status.ShouldBe(413);
        body["__type"]!.GetValue<string>().ShouldBe("com.amazon.coral.service#RequestEntityTooLargeException");
    }

    [Theory]
    [InlineData(
        "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSQS.ListQueues\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n")]
    [InlineData(
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task Bytes_ThatAreNoRequest_AreRefused(string bytes)
    {
        using var client = await server.ConnectAsync(bytes);
        using var reader = new StreamReader(client.GetStream());

        var answer = await reader.ReadToEndAsync(Cancellation).WaitAsync(LocalAwsServer.Patience, TimeProvider.System, Cancellation);

        answer.ShouldStartWith("HTTP/1.1 400");
    }

    [Fact]
    public async Task Caller_ThatLeavesAmidItsRequest_DoesNoHarm()
    {
        using (await server.ConnectAsync("POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSQS.ListQueues\r\nContent-Length: 10\r\n\r\n{"))
        {
            // Gone again at once.
        }

        (await server.JsonAsync("AmazonSQS.ListQueues", "{}")).Status.ShouldBe(200);
    }
}
