using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;

namespace LocalAws.Tests.Sqs.Queues;

public sealed class QueueTests : IDisposable
{
    private readonly Queues _queues = new();

    public void Dispose() => _queues.Dispose();

    [Fact]
    public void Receive_OfAMessageInFlight_ComesAfterItsVisibilityTimeoutOnly()
    {
        var queue = _queues.Create(attributes: ("VisibilityTimeout", "150"));
        queue.Send("order");
        var first = queue.Receive().ShouldHaveSingleItem();

        _queues.Clock.Advance(TimeSpan.FromSeconds(149));
        queue.Receive().ShouldBeEmpty();
        _queues.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = queue.Receive().ShouldHaveSingleItem();

        second.Id.ShouldBe(first.Id);
        second.Handle.ShouldNotBe(first.Handle);
        second.ReceiveCount.ShouldBe(2);
        second.FirstReceivedAt.ShouldBe(first.FirstReceivedAt);
    }

    [Fact]
    public void Receive_WithAVisibilityTimeoutOfZero_LeavesTheMessageVisible()
    {
        var queue = _queues.Create();
        queue.Send("order");

        queue.Receive(visibility: TimeSpan.Zero).Bodies().ShouldBe(["order"]);

        queue.Receive().Bodies().ShouldBe(["order"]);
        queue.Receive().ShouldBeEmpty();
    }

    [Fact]
    public void Receive_OfADelayedMessage_ComesAfterItsDelayOnly()
    {
        var queue = _queues.Create(attributes: ("DelaySeconds", "5"));
        queue.Send("as the queue has it");
        queue.Send(new MessageContent("at once"), "sender", TimeSpan.Zero);

        queue.Receive().Bodies().ShouldBe(["at once"]);
        queue.Count().Delayed.ShouldBe(1);
        _queues.Clock.Advance(TimeSpan.FromSeconds(5));
        queue.Receive().Bodies().ShouldBe(["as the queue has it"]);
    }

    [Fact]
    public void Retention_WhenItEnds_TakesVisibleMessagesAndThoseInFlightWhenTheyAreBack()
    {
        var queue = _queues.Create(attributes: [("MessageRetentionPeriod", "60"), ("VisibilityTimeout", "90")]);
        queue.Send("in flight");
        queue.Receive(1);
        queue.Send("visible");

        _queues.Clock.Advance(TimeSpan.FromSeconds(60));
        queue.Count().Total.ShouldBe(1);
        queue.Count().InFlight.ShouldBe(1);
        _queues.Clock.Advance(TimeSpan.FromSeconds(30));

        queue.Count().Total.ShouldBe(0);
    }

    [Fact]
    public void Configure_WithAShorterRetention_AppliesToMessagesThatAreThere()
    {
        var queue = _queues.Create();
        queue.Send("order");
        _queues.Clock.Advance(TimeSpan.FromSeconds(100));

        _queues.Store.SetAttributes(queue.Key, new Dictionary<string, string> { ["MessageRetentionPeriod"] = "60" });

        queue.Count().Total.ShouldBe(0);
    }

    [Fact]
    public void Delete_WithAnOldHandle_DeletesTheMessage()
    {
        var queue = _queues.Create(attributes: ("VisibilityTimeout", "1"));
        queue.Send("order");
        var old = queue.Receive().ShouldHaveSingleItem();
        _queues.Clock.Advance(TimeSpan.FromSeconds(1));
        queue.Receive().ShouldHaveSingleItem();

        queue.Delete(old.Handle);
        queue.Delete(old.Handle);

        queue.Count().Total.ShouldBe(0);
    }

    [Fact]
    public void ChangeVisibility_OfAMessageInFlight_CountsFromNow()
    {
        var queue = _queues.Create(attributes: ("VisibilityTimeout", "10"));
        queue.Send("order");
        var received = queue.Receive().ShouldHaveSingleItem();
        _queues.Clock.Advance(TimeSpan.FromSeconds(8));

        queue.ChangeVisibility(received.Handle, TimeSpan.FromSeconds(10)).ShouldBe(VisibilityOutcome.Changed);

        _queues.Clock.Advance(TimeSpan.FromSeconds(9));
        queue.Receive().ShouldBeEmpty();
        queue.ChangeVisibility(received.Handle, TimeSpan.Zero).ShouldBe(VisibilityOutcome.Changed);
        queue.Receive().ShouldHaveSingleItem();
    }

    [Fact]
    public void ChangeVisibility_ThatCannotBe_SaysWhy()
    {
        var queue = _queues.Create(attributes: ("VisibilityTimeout", "43200"));
        queue.Send("order");
        var received = queue.Receive().ShouldHaveSingleItem();

        _queues.Clock.Advance(TimeSpan.FromHours(1));
        queue.ChangeVisibility(received.Handle, TimeSpan.FromHours(12)).ShouldBe(VisibilityOutcome.BeyondLimit);
        _queues.Clock.Advance(TimeSpan.FromHours(11));
        queue.ChangeVisibility(received.Handle, TimeSpan.FromSeconds(1)).ShouldBe(VisibilityOutcome.NotInFlight);
        queue.Delete(received.Handle);
        queue.ChangeVisibility(received.Handle, TimeSpan.FromSeconds(1)).ShouldBe(VisibilityOutcome.NoSuchMessage);
    }

    [Fact]
    public void Purge_DeletesEveryMessageAndRefusesToAgainForAMinute()
    {
        var queue = _queues.Create();
        queue.Send("visible");
        queue.Send("in flight");
        queue.Send(new MessageContent("delayed"), "sender", TimeSpan.FromSeconds(10));
        queue.Receive(1);

        queue.TryPurge().ShouldBeTrue();

        queue.Count().Total.ShouldBe(0);
        _queues.Clock.Advance(TimeSpan.FromSeconds(59));
        queue.TryPurge().ShouldBeFalse();
        _queues.Clock.Advance(TimeSpan.FromSeconds(1));
        queue.TryPurge().ShouldBeTrue();
    }

    [Fact]
    public void Count_TellsTheAgeOfTheOldestMessage()
    {
        var queue = _queues.Create();
        queue.Count().AgeOfOldest.ShouldBe(TimeSpan.Zero);
        queue.Send("first");
        _queues.Clock.Advance(TimeSpan.FromSeconds(20));
        queue.Send("second");
        _queues.Clock.Advance(TimeSpan.FromSeconds(5));

        queue.Count().AgeOfOldest.ShouldBe(TimeSpan.FromSeconds(25));
        queue.Delete(queue.Receive(1).ShouldHaveSingleItem().Handle);
        queue.Count().AgeOfOldest.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Send_ToAQueueDeletedMeanwhile_IsRefused()
    {
        var queue = _queues.Create();
        _queues.Store.Delete(queue.Key).ShouldBeTrue();

        queue.Send(new MessageContent("order"), "sender").ShouldBeNull();
        _queues.Store.SendFromService(queue.Key.Arn, new MessageContent("order")).ShouldBe(ServiceSend.NoSuchQueue);
    }
}
