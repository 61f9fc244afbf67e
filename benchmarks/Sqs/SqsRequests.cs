using System.Globalization;
using System.Text;

namespace Benchmarks.Sqs;

/// <summary>Requests of SQS in AWS JSON 1.0 as bytes, headers included as an SDK sends them.</summary>
/// <param name="queueUrl">The queue's URL as the server gave it.</param>
internal sealed class SqsRequests(string queueUrl)
{
    public const int BatchSize = 10;

    private const string Signed =
        "X-Amz-Date: 20260101T000000Z\r\nUser-Agent: benchmark\r\n"
        + "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host;x-amz-date, "
        + "Signature=0000000000000000000000000000000000000000000000000000000000000000\r\n";

    /// <summary>One message of <paramref name="bytes"/> bytes.</summary>
    public byte[] Send(int bytes) => Build("SendMessage", $$"""{"QueueUrl":"{{queueUrl}}","MessageBody":"{{Body(bytes)}}"}""");

    /// <summary>Ten messages of <paramref name="bytes"/> bytes each.</summary>
    public byte[] SendBatch(int bytes) => Build(
        "SendMessageBatch",
        $$"""{"QueueUrl":"{{queueUrl}}","Entries":[{{string.Join(',', Enumerable.Range(0, BatchSize).Select(
            index => $$"""{"Id":"{{index}}","MessageBody":"{{Body(bytes)}}"}"""))}}]}""");

    public byte[] Receive(int maximum, int waitSeconds = 0) => Build(
        "ReceiveMessage", $$"""{"QueueUrl":"{{queueUrl}}","MaxNumberOfMessages":{{maximum}},"WaitTimeSeconds":{{waitSeconds}}}""");

    public byte[] Delete(string receiptHandle) =>
        Build("DeleteMessage", $$"""{"QueueUrl":"{{queueUrl}}","ReceiptHandle":"{{receiptHandle}}"}""");

    public byte[] DeleteBatch(IReadOnlyList<string> receiptHandles) => Build(
        "DeleteMessageBatch",
        $$"""{"QueueUrl":"{{queueUrl}}","Entries":[{{string.Join(',', receiptHandles.Select(
            (handle, index) => $$"""{"Id":"{{index}}","ReceiptHandle":"{{handle}}"}"""))}}]}""");

    public byte[] DeleteQueue() => Build("DeleteQueue", $$"""{"QueueUrl":"{{queueUrl}}"}""");

    public byte[] Count() =>
        Build("GetQueueAttributes", $$"""{"QueueUrl":"{{queueUrl}}","AttributeNames":["ApproximateNumberOfMessages","QueueArn"]}""");

    /// <summary>A call of any operation in AWS JSON.</summary>
    public static byte[] Build(string operation, string body) => BuildTarget("AmazonSQS." + operation, body, "1.0");

    /// <summary>A call of any service's operation in AWS JSON.</summary>
    public static byte[] BuildTarget(string target, string body, string version) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-amz-json-{version}\r\nX-Amz-Target: {target}\r\n{Signed}"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    /// <summary>The receipt handles in an answer of ReceiveMessage.</summary>
    public static List<string> Handles(ReadOnlySpan<byte> answer)
    {
        List<string> handles = [];
        var name = "\"ReceiptHandle\":\""u8;
        for (var at = answer.IndexOf(name); at >= 0; at = answer.IndexOf(name))
        {
            answer = answer[(at + name.Length)..];
            handles.Add(Encoding.ASCII.GetString(answer[..answer.IndexOf((byte)'"')]));
        }

        return handles;
    }

    private static string Body(int bytes) => new('x', bytes);
}
