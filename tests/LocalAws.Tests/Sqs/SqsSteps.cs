using Amazon.SQS;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Sqs;

/// <summary>What many tests do by the official client.</summary>
internal static class SqsSteps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Creates a queue of a name that no other test has.</summary>
    public static async Task<(string Url, string Arn)> CreateAsync(
        this AmazonSQSClient sqs, string suffix = "", params (string Name, string Value)[] attributes)
    {
        var created = await sqs.CreateQueueAsync(
            new CreateQueueRequest($"q{Guid.NewGuid():N}{suffix}")
            {
                Attributes = attributes.ToDictionary(static pair => pair.Name, static pair => pair.Value),
            },
            Cancellation);
        return (created.QueueUrl, (await sqs.GetQueueAttributesAsync(created.QueueUrl, ["QueueArn"], Cancellation)).QueueARN);
    }

    /// <summary>The redrive policy to a dead-letter queue after one receive.</summary>
    public static (string Name, string Value) RedriveTo(string arn) =>
        ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{arn}}","maxReceiveCount":"1"}""");

    /// <summary>How many messages are visible.</summary>
    public static async Task<int> CountAsync(this AmazonSQSClient sqs, string url) =>
        (await sqs.GetQueueAttributesAsync(url, ["ApproximateNumberOfMessages"], Cancellation)).ApproximateNumberOfMessages;

    /// <summary>What one receive gives.</summary>
    public static async Task<List<Message>> ReceiveAsync(this AmazonSQSClient sqs, string url, int most = 10) =>
        (await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { MaxNumberOfMessages = most }, Cancellation)).Messages ?? [];
}
