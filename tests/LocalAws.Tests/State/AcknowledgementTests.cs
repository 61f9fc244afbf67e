using System.Collections.Concurrent;
using LocalAws.SecretsManager;
using LocalAws.Sqs.Queues;
using LocalAws.Ssm;
using LocalAws.State;
using LocalAws.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LocalAws.Tests.State;

/// <summary>What is written goes to the log, and is acknowledged no earlier than the log has it.</summary>
public sealed class AcknowledgementTests : IDisposable
{
    private readonly LocalAwsServer _server = new();
    private readonly WebApplicationFactory<Program> _logged;
    private readonly GatedLog _log = new();

    public AcknowledgementTests() => _logged = _server.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        services.RemoveAll<IStateLog>().AddSingleton<IStateLog>(_log)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _logged.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Answer_ComesAfterTheLogHasTheWrite()
    {
        var answer = CallAsync("AmazonSQS.CreateQueue", """{"QueueName":"q"}""");

        await _log.Flushing.Task.WaitAsync(LocalAwsServer.Patience, TimeProvider.System, Cancellation);
        _log.Changes.OfType<QueueChange.Created>().ShouldHaveSingleItem().Key.Name.ShouldBe("q");
        answer.IsCompleted.ShouldBeFalse();
        _log.Durable.SetResult();

        await answer.WaitAsync(LocalAwsServer.Patience, TimeProvider.System, Cancellation);
    }

    [Fact]
    public async Task EveryWrite_IsInTheLogInItsOrder()
    {
        _log.Durable.SetResult();
        await CallAsync("AmazonSQS.CreateQueue", """{"QueueName":"q"}""");
        await CallAsync("AmazonSQS.SendMessage", """{"QueueUrl":"/000000000000/q","MessageBody":"a"}""");
        await CallAsync("AmazonSQS.ReceiveMessage", """{"QueueUrl":"/000000000000/q"}""");
        await CallAsync("AmazonSQS.PurgeQueue", """{"QueueUrl":"/000000000000/q"}""");
        await CallAsync("AmazonSQS.DeleteQueue", """{"QueueUrl":"/000000000000/q"}""");
        await CallAsync("AmazonSSM.PutParameter", """{"Name":"/p","Value":"v","Type":"String"}""");
        await CallAsync("AmazonSSM.DeleteParameter", """{"Name":"/p"}""");
        await CallAsync("secretsmanager.CreateSecret", """{"Name":"s","SecretString":"v"}""");
        await CallAsync("secretsmanager.DeleteSecret", """{"SecretId":"s","ForceDeleteWithoutRecovery":true}""");

        _log.Changes.Select(change => change.GetType()).Where(type => type != typeof(QueueChange.Tagged)).ShouldBe(
        [
            typeof(QueueChange.Created), typeof(QueueChange.Configured), typeof(QueueChange.Sent), typeof(QueueChange.Received),
            typeof(QueueChange.Purged), typeof(QueueChange.Deleted), typeof(ParameterChange.Put), typeof(ParameterChange.Deleted),
            typeof(SecretChange.Written), typeof(SecretChange.Deleted),
        ]);
    }

    private async Task CallAsync(string target, string body)
    {
        using var client = _logged.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body) };
        request.Headers.Add("X-Amz-Target", target);
        using var response = await client.SendAsync(request, Cancellation);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>A log that is durable when the test says so.</summary>
    private sealed class GatedLog : IStateLog
    {
        public ConcurrentQueue<StateChange> Changes { get; } = [];

        public TaskCompletionSource Flushing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Durable { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Append(StateChange change) => Changes.Enqueue(change);

        public async ValueTask FlushAsync(CancellationToken cancellationToken)
        {
            Flushing.TrySetResult();
            await Durable.Task.WaitAsync(cancellationToken);
        }
    }
}
