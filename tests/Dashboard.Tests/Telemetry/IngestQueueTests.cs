using Dashboard.Telemetry;

namespace Dashboard.Tests.Telemetry;

public sealed class IngestQueueTests
{
    [Fact]
    public void TryAdd_Full_IsLeft()
    {
        var queue = new IngestQueue<string>(10);

        queue.TryAdd("six", 6).ShouldBeTrue();
        queue.HasRoomFor(4).ShouldBeTrue();
        queue.HasRoomFor(5).ShouldBeFalse();
        queue.TryAdd("five", 5).ShouldBeFalse();
        queue.TryAdd("four", 4).ShouldBeTrue();
        queue.Waiting.ShouldBe(10);
        queue.Received.ShouldBe(10);
    }

    [Fact]
    public void TryAdd_BatchLargerThanTheQueue_FindsRoomInAnEmptyOne()
    {
        var queue = new IngestQueue<string>(2);

        queue.TryAdd("four", 4).ShouldBeTrue();
        queue.TryAdd("one", 1).ShouldBeFalse();
    }

    [Fact]
    public void TryTake_GivesEverythingInOrder_WhichWaitsUntilItIsDone()
    {
        var queue = new IngestQueue<string>(10);
        queue.TryAdd("two", 2);
        queue.TryAdd("one", 1);

        queue.TryTake(out var first, out var count, out _).ShouldBeTrue();
        queue.TryTake(out var second, out _, out _).ShouldBeTrue();
        queue.TryTake(out _, out _, out _).ShouldBeFalse();

        (first, count, second).ShouldBe(("two", 2, "one"));
        queue.Waiting.ShouldBe(3);
        queue.Done(3, 0);
        queue.Waiting.ShouldBe(0);
    }

    [Fact]
    public void TryAdd_FewItemsOfManyBytes_AreLeftUntilThereIsRoom()
    {
        var queue = new IngestQueue<string>(10);
        var half = queue.CapacityBytes / 2;

        queue.TryAdd("half", 1, half).ShouldBeTrue();
        queue.HasRoomFor(1, half + 1).ShouldBeFalse();
        queue.TryAdd("more than half", 1, half + 1).ShouldBeFalse();
        queue.TryAdd("half again", 1, half).ShouldBeTrue();

        queue.TryTake(out _, out var count, out var bytes).ShouldBeTrue();
        queue.Done(count, bytes);
        queue.HasRoomFor(1, half).ShouldBeTrue();
    }
}
