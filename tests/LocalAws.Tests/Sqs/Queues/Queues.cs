using System.Diagnostics.Metrics;
using LocalAws.Protocol;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using LocalAws.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.Sqs.Queues;

/// <summary>Queues without the wire, on a clock that the test moves.</summary>
internal sealed class Queues : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public Queues()
    {
        Store = new QueueStore(Clock, new VolatileStateLog());
        new QueueInstruments(Meters).Watch(Store);
    }

    public static AwsScope Scope { get; } = new("000000000000", "us-east-1");

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public QueueStore Store { get; }

    public Queue Create(string name = "orders", params (string Name, string Value)[] attributes) =>
        Store.Create(new QueueKey(Scope, name), attributes.ToDictionary(pair => pair.Name, pair => pair.Value));

    /// <summary>A queue whose messages go to <paramref name="target"/> after <paramref name="receives"/> receives.</summary>
    public Queue CreateWithRedrive(string name, Queue target, int receives) =>
        Create(name, ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{target.Key.Arn}}","maxReceiveCount":{{receives}}}"""));

    public void Dispose() => _services.Dispose();
}

/// <summary>Short forms of what most tests do to a queue.</summary>
internal static class QueueSteps
{
    public static void Send(this Queue queue, string body) => queue.Send(new MessageContent(body), "sender").ShouldNotBeNull();

    /// <summary>What is there now.</summary>
    public static ReceivedMessage[] Receive(this Queue queue, int maximum = 10, TimeSpan? visibility = null)
    {
        var receive = queue.ReceiveAsync(new ReceiveRequest(maximum, TimeSpan.Zero, visibility), CancellationToken.None).AsTask();
        receive.IsCompletedSuccessfully.ShouldBeTrue();
        return receive.Result.Messages;
    }

    public static IEnumerable<string> Bodies(this IEnumerable<ReceivedMessage> messages) => messages.Select(message => message.Content.Text);

    /// <summary>A long poll of twenty seconds.</summary>
    public static Task<ReceiveOutcome> PollAsync(this Queue queue, int maximum = 1) => queue.PollUntilAsync(CancellationToken.None, maximum);

    /// <summary>A long poll of twenty seconds by a caller that may leave.</summary>
    public static Task<ReceiveOutcome> PollUntilAsync(this Queue queue, CancellationToken left, int maximum = 1) =>
        queue.ReceiveAsync(new ReceiveRequest(maximum, TimeSpan.FromSeconds(20)), left).AsTask();
}
