using Dashboard.Telemetry;

namespace Dashboard.Tests.Telemetry;

public sealed class IngestQueueTests
{
    [Fact]
    public void TryAdd_Full_IsLeft()
    {
        var queue = new IngestQueue<int>(10);

        queue.TryAdd([1, 2, 3, 4, 5, 6]).ShouldBeTrue();
        queue.HasRoomFor(4).ShouldBeTrue();
        queue.HasRoomFor(5).ShouldBeFalse();
        queue.TryAdd([1, 2, 3, 4, 5]).ShouldBeFalse();
        queue.TryAdd([1, 2, 3, 4]).ShouldBeTrue();
        queue.Waiting.ShouldBe(10);
        queue.Received.ShouldBe(10);
    }

    [Fact]
    public void TryAdd_BatchLargerThanTheQueue_FindsRoomInAnEmptyOne()
    {
        var queue = new IngestQueue<int>(2);

        queue.TryAdd([1, 2, 3, 4]).ShouldBeTrue();
        queue.TryAdd([1]).ShouldBeFalse();
    }

    [Fact]
    public async Task DrainAsync_HandsOnEverythingInOrder()
    {
        var queue = new IngestQueue<int>(10);
        using var stop = new CancellationTokenSource();
        List<int> stored = [];
        queue.TryAdd([1, 2]);
        queue.TryAdd([3]);

        await Should.ThrowAsync<OperationCanceledException>(queue.DrainAsync(
            batch =>
            {
                stored.AddRange(batch);
                if (stored.Count == 3)
                {
                    stop.Cancel();
                }
            },
            stop.Token));

        stored.ShouldBe([1, 2, 3]);
        queue.Waiting.ShouldBe(0);
    }
}
