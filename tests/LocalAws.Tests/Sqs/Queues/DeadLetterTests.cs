using LocalAws.Sqs.Queues;
using LocalAws.State;

namespace LocalAws.Tests.Sqs.Queues;

public sealed class DeadLetterTests : IDisposable
{
    private readonly Queues _queues = new();

    public void Dispose() => _queues.Dispose();

    [Fact]
    public void Receive_OfAMessageReceivedTooOften_MovesItToTheDeadLetterQueue()
    {
        var dead = _queues.Create("dead");
        var queue = _queues.CreateWithRedrive("orders", dead, receives: 2);
        queue.Send("order");
        var sent = queue.Receive(visibility: TimeSpan.Zero).ShouldHaveSingleItem();
        queue.Receive(visibility: TimeSpan.Zero).ShouldHaveSingleItem();
        _queues.Clock.Advance(TimeSpan.FromSeconds(30));

        queue.Receive().ShouldBeEmpty();

        queue.Count().Total.ShouldBe(0);
        dead.Count().AgeOfOldest.ShouldBe(TimeSpan.Zero);
        var moved = dead.Receive().ShouldHaveSingleItem();
        moved.Id.ShouldBe(sent.Id);
        moved.SentAt.ShouldBe(sent.SentAt);
        moved.ReceiveCount.ShouldBe(3);
        moved.DeadLetterSource.ShouldBe(queue.Key.Arn);
    }

    [Fact]
    public async Task Poll_OfTheDeadLetterQueue_IsAnsweredByTheMove()
    {
        var dead = _queues.Create("dead");
        var queue = _queues.CreateWithRedrive("orders", dead, receives: 1);
        var poll = dead.PollAsync();
        queue.Send("order");
        queue.Receive(visibility: TimeSpan.Zero);

        queue.Receive().ShouldBeEmpty();

        (await poll).Messages.Bodies().ShouldBe(["order"]);
    }

    [Fact]
    public void Receive_WithoutTheDeadLetterQueue_KeepsTheMessage()
    {
        var dead = _queues.Create("dead");
        var queue = _queues.CreateWithRedrive("orders", dead, receives: 1);
        queue.Send("order");
        queue.Receive(visibility: TimeSpan.Zero);
        _queues.Store.Delete(dead.Key);

        queue.Receive().Bodies().ShouldBe(["order"]);
    }

    [Fact]
    public void Receive_WhileTheDeadLetterQueueIsBeingDeleted_KeepsTheMessage()
    {
        var dead = _queues.Create("dead");
        var found = dead;
        var policy = $$"""{"deadLetterTargetArn":"{{dead.Key.Arn}}","maxReceiveCount":1}""";
        using var queue = new Queue(
            new QueueIdentity(1, new QueueKey(Queues.Scope, "orders"), 0),
            QueueSettings.Default.With([KeyValuePair.Create("RedrivePolicy", policy)]),
            _queues.Clock,
            new VolatileStateLog(),
            _ => found);
        queue.Send("order");
        queue.Receive(visibility: TimeSpan.Zero);
        dead.Dispose();

        queue.Receive().ShouldBeEmpty();
        found = null;

        queue.Receive().Bodies().ShouldBe(["order"]);
    }

    [Fact]
    public void TwoQueues_EachTheOthersDeadLetterQueue_PassAMessageBackAndForth()
    {
        var first = _queues.Create("first");
        var second = _queues.CreateWithRedrive("second", first, receives: 1);
        _queues.Store.SetAttributes(
            first.Key,
            new Dictionary<string, string>
            {
                ["RedrivePolicy"] = $$"""{"deadLetterTargetArn":"{{second.Key.Arn}}","maxReceiveCount":"1"}""",
            });
        first.Send("order");
        first.Receive(visibility: TimeSpan.Zero);

        first.Receive().ShouldBeEmpty();

        (first.Count().Total + second.Count().Total).ShouldBe(1);
    }
}
