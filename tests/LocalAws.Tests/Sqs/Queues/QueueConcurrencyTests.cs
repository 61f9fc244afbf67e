using System.Collections.Concurrent;
using LocalAws.Sqs.Queues;
using LocalAws.State;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Sqs.Queues;

public sealed class QueueConcurrencyTests
{
    private const int Senders = 4;
    private const int Consumers = 16;
    private const int MessagesEach = 1_000;

    [Fact]
    public async Task ManySendersAndPollers_SomeOfThemLeaving_ReceiveEachMessageOnce()
    {
        using var patience = new CancellationTokenSource(LocalAwsServer.Patience, TimeProvider.System);
        using var queue = new Queue(
            new QueueIdentity(1, new QueueKey(Queues.Scope, "busy"), 0), QueueSettings.Default, TimeProvider.System, new VolatileStateLog(), _ => null);
        var received = new ConcurrentBag<string>();
        using var allReceived = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);

        var consumers = Enumerable.Range(0, Consumers).Select(seed => Task.Run(() => ConsumeAsync(new Random(seed)))).ToList();
        var senders = Enumerable.Range(0, Senders).Select(sender => Task.Run(() =>
        {
            for (var message = 0; message < MessagesEach; message++)
            {
                queue.Send($"{sender}/{message}");
            }
        }));
        await Task.WhenAll(senders);
        await Task.WhenAll(consumers);

        patience.IsCancellationRequested.ShouldBeFalse();
        received.Count.ShouldBe(Senders * MessagesEach);
        received.Distinct().Count().ShouldBe(Senders * MessagesEach);
        queue.Count().Total.ShouldBe(0);

        async Task ConsumeAsync(Random random)
        {
            while (!allReceived.IsCancellationRequested)
            {
                using var impatient = CancellationTokenSource.CreateLinkedTokenSource(allReceived.Token);
                if (random.Next(4) == 0)
                {
                    // This caller hangs up about when it is served.
                    impatient.CancelAfter(TimeSpan.FromMilliseconds(random.Next(3)));
                }

                try
                {
                    foreach (var message in (await queue.PollUntilAsync(impatient.Token, random.Next(1, 11))).Messages)
                    {
                        queue.Delete(message.Handle);
                        received.Add(message.Content.Text);
                    }
                }
                catch (OperationCanceledException)
                {
                    // Served to somebody else.
                }

                if (received.Count >= Senders * MessagesEach)
                {
                    await allReceived.CancelAsync();
                }
            }
        }
    }
}
