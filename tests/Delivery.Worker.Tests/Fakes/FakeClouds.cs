using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Delivery.Worker.Tests.Fakes;

/// <summary>Parameter Store with one parameter.</summary>
internal sealed class FakeParameters() : AmazonSimpleSystemsManagementClient(
    new AnonymousAWSCredentials(), new AmazonSimpleSystemsManagementConfig { ServiceURL = "http://127.0.0.1:1" })
{
    public string Value { get; set; } = "http://slow-api/slow";

    public Exception? Failure { get; set; }

    public int Reads { get; private set; }

    public override Task<GetParameterResponse> GetParameterAsync(GetParameterRequest request, CancellationToken cancellationToken = default)
    {
        Reads++;
        return Failure is { } failure
            ? Task.FromException<GetParameterResponse>(failure)
            : Task.FromResult(new GetParameterResponse { Parameter = new Parameter { Name = request.Name, Value = Value } });
    }
}

/// <summary>Secrets Manager with one secret.</summary>
internal sealed class FakeSecrets() : AmazonSecretsManagerClient(
    new AnonymousAWSCredentials(), new AmazonSecretsManagerConfig { ServiceURL = "http://127.0.0.1:1" })
{
    public override Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GetSecretValueResponse { Name = request.SecretId, SecretString = "secret-key" });
}

/// <summary>A queue that hands out what is put in, once, and notes what becomes of it.</summary>
internal sealed class FakeQueue() : AmazonSQSClient(new AnonymousAWSCredentials(), new AmazonSQSConfig { ServiceURL = "http://127.0.0.1:1" })
{
    private readonly SemaphoreSlim _arrived = new(0);

    public ConcurrentQueue<Message> Visible { get; } = new();

    public ConcurrentBag<string> Deleted { get; } = [];

    public ConcurrentBag<string> Released { get; } = [];

    public ConcurrentBag<SendMessageRequest> Sent { get; } = [];

    public ConcurrentBag<int> ReceiveSizes { get; } = [];

    public int FailingReceives { get; set; }

    public void Put(string id, string body, int receiveCount = 1)
    {
        Visible.Enqueue(new Message
        {
            MessageId = id,
            ReceiptHandle = "r-" + id,
            Body = body,
            Attributes = new() { ["ApproximateReceiveCount"] = receiveCount.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        });
        _arrived.Release();
    }

    public override Task<GetQueueUrlResponse> GetQueueUrlAsync(GetQueueUrlRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GetQueueUrlResponse { QueueUrl = "http://queue/" + request.QueueName });

    public override async Task<ReceiveMessageResponse> ReceiveMessageAsync(ReceiveMessageRequest request, CancellationToken cancellationToken = default)
    {
        if (FailingReceives-- > 0)
        {
            throw new AmazonSQSException("The service is away.");
        }

        ReceiveSizes.Add(request.MaxNumberOfMessages ?? 1);
        await _arrived.WaitAsync(cancellationToken);
        List<Message> messages = [];
        while (messages.Count < request.MaxNumberOfMessages && Visible.TryDequeue(out var message))
        {
            messages.Add(message);
            if (messages.Count > 1)
            {
                await _arrived.WaitAsync(cancellationToken);
            }
        }

        return new ReceiveMessageResponse { Messages = messages };
    }

    public override Task<DeleteMessageResponse> DeleteMessageAsync(DeleteMessageRequest request, CancellationToken cancellationToken = default)
    {
        Deleted.Add(request.ReceiptHandle);
        return Task.FromResult(new DeleteMessageResponse());
    }

    public override Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(DeleteMessageBatchRequest request, CancellationToken cancellationToken = default)
    {
        request.Entries.ForEach(entry => Deleted.Add(entry.ReceiptHandle));
        return Task.FromResult(new DeleteMessageBatchResponse());
    }

    public override Task<ChangeMessageVisibilityResponse> ChangeMessageVisibilityAsync(
        ChangeMessageVisibilityRequest request, CancellationToken cancellationToken = default)
    {
        Released.Add(request.ReceiptHandle);
        return Task.FromResult(new ChangeMessageVisibilityResponse());
    }

    public override Task<SendMessageResponse> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default)
    {
        Sent.Add(request);
        return Task.FromResult(new SendMessageResponse());
    }
}
