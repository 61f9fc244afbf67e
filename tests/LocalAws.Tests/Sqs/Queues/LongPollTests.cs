using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;

namespace LocalAws.Tests.Sqs.Queues;

public sealed class LongPollTests : IDisposable
{
    private readonly Queues _queues = new();

    public void Dispose() => _queues.Dispose();

    [Fact]
    public async Task Poll_OfAnEmptyQueue_EndsEmptyAfterItsWait()
    {
        var queue = _queues.Create();
        var poll = queue.PollAsync();

        _queues.Clock.Advance(TimeSpan.FromMilliseconds(19_999));
        poll.IsCompleted.ShouldBeFalse();
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(1));

        (await poll).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Poll_WithoutAWaitOfItsOwn_WaitsAsTheQueueSays()
    {
        var queue = _queues.Create(attributes: ("ReceiveMessageWaitTimeSeconds", "3"));
        var poll = queue.ReceiveAsync(new ReceiveRequest(1), CancellationToken.None);

        poll.IsCompleted.ShouldBeFalse();
        _queues.Clock.Advance(TimeSpan.FromSeconds(3));

        (await poll).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Polls_AreServedInTheOrderInWhichTheyCame()
    {
        var queue = _queues.Create();
        var polls = Enumerable.Range(0, 5).Select(_ => queue.PollAsync()).ToList();

        for (var order = 0; order < polls.Count; order++)
        {
            queue.Send($"order {order}");
        }

        for (var order = 0; order < polls.Count; order++)
        {
            (await polls[order]).Messages.Bodies().ShouldBe([$"order {order}"]);
        }
    }

    [Fact]
    public async Task Poll_WhileAMessageIsDelayedOrInFlight_IsServedWhenItShows()
    {
        var queue = _queues.Create(attributes: ("VisibilityTimeout", "7"));
        queue.Send("in flight");
        queue.Receive();
        queue.Send(new MessageContent("delayed"), "sender", TimeSpan.FromSeconds(4));
        var first = queue.PollAsync();
        var second = queue.PollAsync();

        _queues.Clock.Advance(TimeSpan.FromSeconds(4));
        (await first).Messages.Bodies().ShouldBe(["delayed"]);
        second.IsCompleted.ShouldBeFalse();
        _queues.Clock.Advance(TimeSpan.FromSeconds(3));
        (await second).Messages.Bodies().ShouldBe(["in flight"]);
    }

    [Fact]
    public async Task Poll_OfACallerThatLeft_GetsNothingAndTheNextIsServed()
    {
        using var left = new CancellationTokenSource();
        var queue = _queues.Create();
        var gone = queue.PollUntilAsync(left.Token);
        var next = queue.PollAsync();

        await left.CancelAsync();
        queue.Send("order");

        await Should.ThrowAsync<OperationCanceledException>(gone);
        var received = (await next).Messages.ShouldHaveSingleItem();
        received.ReceiveCount.ShouldBe(1);
    }

    [Fact]
    public async Task Poll_OfACallerThatLeavesWhileItIsServed_NeverHadTheMessage()
    {
        using var left = new CancellationTokenSource();
        var queue = _queues.Create();
        queue.Send("order");
        await left.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(queue.PollUntilAsync(left.Token));

        var received = queue.Receive().ShouldHaveSingleItem();
        received.ReceiveCount.ShouldBe(1);
    }

    [Fact]
    public void Return_OfAnAnswerThatReachedNobody_PutsTheMessagesBackInFront()
    {
        var queue = _queues.Create();
        queue.Send("1");
        queue.Send("2");
        queue.Send("3");
        var unread = queue.Receive(2);

        queue.Return(unread);

        var received = queue.Receive();
        received.Bodies().ShouldBe(["1", "2", "3"]);
        received.ShouldAllBe(message => message.ReceiveCount == 1);
    }

    [Fact]
    public void Return_OfAMessageReceivedAgainMeanwhile_LeavesItToItsNewReceiver()
    {
        var queue = _queues.Create(attributes: ("VisibilityTimeout", "1"));
        queue.Send("order");
        var unread = queue.Receive();
        _queues.Clock.Advance(TimeSpan.FromSeconds(1));
        queue.Receive().ShouldHaveSingleItem();

        queue.Return(unread);

        queue.Receive().ShouldBeEmpty();
    }

    [Fact]
    public async Task Poll_OfAQueueThatIsDeleted_EndsEmpty()
    {
        var queue = _queues.Create();
        var poll = queue.PollAsync();

        _queues.Store.Delete(queue.Key);

        (await poll).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Poll_ForSeveral_TakesWhatIsThereAndDoesNotWaitForMore()
    {
        var queue = _queues.Create();
        queue.Send("1");
        queue.Send("2");

        (await queue.PollAsync(maximum: 10)).Messages.Bodies().ShouldBe(["1", "2"]);
    }
}
