using Delivery.Worker.AsyncInvocation;
using Delivery.Worker.EventSource;
using Delivery.Worker.Functions;
using Delivery.Worker.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.Tests.EventSource;

public sealed class DeadLetterWatchTests : IDisposable
{
    private readonly WorkerBed _bed = new();
    private readonly FakeDeadLetters _queue = new();
    private readonly DeadLetterWatch _watch;

    public DeadLetterWatchTests() => _watch = new DeadLetterWatch(
        new DeadLetterQueue(_queue, _bed.Live), _bed.Ledger, _bed.Clock, NullLogger<DeadLetterWatch>.Instance);

    public void Dispose()
    {
        _watch.Dispose();
        _queue.Dispose();
        _bed.Dispose();
    }

    [Fact]
    public async Task Messages_OrdersAndOthers_OnlyOrdersAreDroppedAndAllStayThere()
    {
        for (var number = 0; number < 25; number++)
        {
            _queue.Put($"m{number}", _bed.NewEnvelope($"c{number}"));
        }

        _queue.Put("poison", "not an event");
        _queue.Put("foreign", """{"id":"e1","detail":{"order_id":"nobody accepted this"}}""");
        await _watch.StartAsync(TestContext.Current.CancellationToken);
        await WorkerBed.EventuallyAsync(() => _bed.Ledger.DroppedOrders.Count == 25 && _queue.Visible == 27);
        await _watch.StopAsync(CancellationToken.None);

        _bed.Ledger.DroppedOrders.Order().ShouldBe(Enumerable.Range(0, 25).Select(number => $"c{number}").Order());
        _bed.Meters[Instruments.OrdersDropped].ShouldBe(25);
    }

    [Fact]
    public async Task Messages_ThatStay_AreReadOnceInAWhileAndCountedOnce()
    {
        _queue.Put("m1", _bed.NewEnvelope("c1"));
        await _watch.StartAsync(TestContext.Current.CancellationToken);
        await WorkerBed.EventuallyAsync(() => _bed.Ledger.DroppedOrders.Count == 1 && _queue.Visible == 1);
        var receives = _queue.Receives;

        await _bed.AdvanceUntilAsync(() => _queue.Receives > receives, TimeSpan.FromMinutes(10));
        await WorkerBed.EventuallyAsync(() => _queue.Visible == 1);
        await _watch.StopAsync(CancellationToken.None);

        (_bed.Clock.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).ShouldBeGreaterThan(TimeSpan.FromMinutes(4));
        _bed.Meters[Instruments.OrdersDropped].ShouldBe(1);
    }

    [Fact]
    public async Task Order_DeliveredAfterSomebodySentItBack_IsNoLongerDropped()
    {
        var envelope = _bed.NewEnvelope("c1");
        _queue.Put("m1", envelope);
        await _watch.StartAsync(TestContext.Current.CancellationToken);
        await WorkerBed.EventuallyAsync(() => _bed.Meters[Instruments.OrdersDropped] == 1);
        await _watch.StopAsync(CancellationToken.None);

        _bed.Ledger.Delivered(OrderEvent.Parse(System.Text.Encoding.UTF8.GetBytes(envelope))!);

        _bed.Meters[Instruments.OrdersDropped].ShouldBe(0);
        _bed.Meters[Instruments.OrdersDelivered].ShouldBe(1);
    }

    [Fact]
    public async Task SourceQueue_AwayAtFirst_IsAskedAgain()
    {
        _queue.FailingCalls = 2;
        _queue.Put("m1", _bed.NewEnvelope("c1"));
        await _watch.StartAsync(TestContext.Current.CancellationToken);
        await _bed.AdvanceUntilAsync(() => _bed.Ledger.DroppedOrders.Count == 1, TimeSpan.FromMinutes(3));
        await _watch.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task SourceQueue_WithoutARedrivePolicy_HasNoneToLookInto()
    {
        _queue.RedrivePolicy = null;
        var dead = new DeadLetterQueue(_queue, _bed.Live);
        _queue.Put("m1", _bed.NewEnvelope());

        (await dead.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await dead.ReadAsync(1, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public void Reason_OfTheInstrument_IsTheEnumsName() => nameof(DropReason.DeadLettered).ShouldBe(Instruments.DeadLettered);
}
