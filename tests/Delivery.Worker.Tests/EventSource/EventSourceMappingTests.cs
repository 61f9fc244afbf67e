using System.Net;
using Delivery.Worker.Tests.Fakes;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.Tests.EventSource;

public sealed class EventSourceMappingTests
{
    [Fact]
    public async Task Message_Delivered_IsDeleted()
    {
        using var bed = new WorkerBed();
        bed.Queue.Put("m1", bed.NewEnvelope());

        await bed.Mapping.StartAsync(CancellationToken.None);
        await WorkerBed.EventuallyAsync(() => !bed.Queue.Deleted.IsEmpty);
        await bed.Mapping.StopAsync(CancellationToken.None);

        bed.Queue.Deleted.ShouldBe(["r-m1"]);
        bed.Meters[Instruments.OrdersDelivered].ShouldBe(1);
    }

    [Fact]
    public async Task Message_NotDelivered_IsLeftToItsVisibilityTimeout()
    {
        using var bed = new WorkerBed(new SystemSettings { Delivery = new DeliverySettings { MaxAttempts = 1 } });
        bed.Downstream.Answer = _ => HttpStatusCode.BadGateway;
        bed.Queue.Put("m1", bed.NewEnvelope());

        await bed.Mapping.StartAsync(CancellationToken.None);
        await WorkerBed.EventuallyAsync(() => bed.Meters[Instruments.FaasErrors] == 1);
        await bed.Mapping.StopAsync(CancellationToken.None);

        bed.Queue.Deleted.ShouldBeEmpty();
        bed.Queue.Released.ShouldBeEmpty();
        bed.Meters[Instruments.OrdersDropped].ShouldBe(0);
    }

    [Fact]
    public async Task Messages_MoreThanTheMaximumConcurrency_NeverMoreAtATime()
    {
        using var bed = new WorkerBed(new SystemSettings { EventSource = new EventSourceSettings { MaximumConcurrency = 3 } });
        bed.Downstream.Latency = TimeSpan.FromSeconds(2);
        for (var number = 0; number < 10; number++)
        {
            bed.Queue.Put($"m{number}", bed.NewEnvelope());
        }

        await bed.Mapping.StartAsync(CancellationToken.None);
        await WorkerBed.EventuallyAsync(() => bed.Concurrency.Current == 3);
        await WorkerBed.SettleAsync();
        bed.Concurrency.Current.ShouldBe(3);
        bed.Queue.Visible.Count.ShouldBe(7);

        await bed.AdvanceUntilAsync(() => bed.Queue.Deleted.Count == 10, TimeSpan.FromSeconds(60));
        await bed.Mapping.StopAsync(CancellationToken.None);
        bed.Meters[Instruments.FaasInvocations].ShouldBe(10);
    }

    [Fact]
    public async Task Messages_MaximumConcurrencyRaisedWhileRunning_MoreAtATime()
    {
        using var bed = new WorkerBed(new SystemSettings { EventSource = new EventSourceSettings { MaximumConcurrency = 3 } });
        bed.Downstream.Latency = TimeSpan.FromSeconds(2);
        for (var number = 0; number < 40; number++)
        {
            bed.Queue.Put($"m{number}", bed.NewEnvelope());
        }

        await bed.Mapping.StartAsync(CancellationToken.None);
        await WorkerBed.EventuallyAsync(() => bed.Concurrency.Current == 3);
        using var change = System.Text.Json.JsonDocument.Parse("""{"eventSource":{"maximumConcurrency":6}}""");
        bed.Live.Change(change.RootElement);

        await bed.AdvanceUntilAsync(() => bed.Concurrency.Current == 6, TimeSpan.FromSeconds(60));
        await bed.Mapping.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Messages_ARush_BeginsWithFiveAtATimeAndReachesTheMaximumInASecond()
    {
        using var bed = new WorkerBed();
        bed.Downstream.Latency = TimeSpan.FromSeconds(20);
        for (var number = 0; number < 20; number++)
        {
            bed.Queue.Put($"m{number}", bed.NewEnvelope());
        }

        await bed.Mapping.StartAsync(CancellationToken.None);
        await WorkerBed.EventuallyAsync(() => bed.Concurrency.Current == 5);
        await WorkerBed.SettleAsync();
        bed.Concurrency.Current.ShouldBe(5);

        await bed.AdvanceUntilAsync(() => bed.Concurrency.Current == 10, TimeSpan.FromSeconds(2));
        await bed.Mapping.StopAsync(CancellationToken.None);
        bed.Queue.Visible.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Messages_ThatFail_AreTakenFewerAtATime()
    {
        using var bed = new WorkerBed(new SystemSettings { Delivery = new DeliverySettings { MaxAttempts = 1 } });
        bed.Downstream.Answer = _ => HttpStatusCode.BadGateway;
        for (var number = 0; number < 4; number++)
        {
            bed.Queue.Put($"f{number}", bed.NewEnvelope());
        }

        await bed.Mapping.StartAsync(CancellationToken.None);
        await WorkerBed.EventuallyAsync(() => bed.Meters[Instruments.FaasErrors] == 4);
        bed.Downstream.Answer = _ => HttpStatusCode.OK;
        bed.Downstream.Latency = TimeSpan.FromSeconds(20);
        for (var number = 0; number < 10; number++)
        {
            bed.Queue.Put($"m{number}", bed.NewEnvelope());
        }

        // The receive call that was under way asked for what was allowed before the errors; at most one message of it came.
        await WorkerBed.EventuallyAsync(() => bed.Concurrency.Current > 0);
        await WorkerBed.SettleAsync();
        bed.Concurrency.Current.ShouldBeLessThan(5);
        await bed.Mapping.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Batch_OneFails_OnlyTheOthersAreDeletedAndTheInvocationSucceeded()
    {
        using var bed = new WorkerBed(new SystemSettings
        {
            Delivery = new DeliverySettings { MaxAttempts = 1 },
            EventSource = new EventSourceSettings { BatchSize = 3 },
        });
        bed.Downstream.Answer = call => call == 2 ? HttpStatusCode.BadGateway : HttpStatusCode.OK;
        foreach (var id in (string[])["m1", "m2", "m3"])
        {
            bed.Queue.Put(id, bed.NewEnvelope());
        }

        await bed.Mapping.StartAsync(CancellationToken.None);
        await WorkerBed.EventuallyAsync(() => bed.Queue.Deleted.Count == 2);
        await bed.Mapping.StopAsync(CancellationToken.None);

        bed.Queue.Deleted.Order().ShouldBe(["r-m1", "r-m3"]);
        bed.Meters[Instruments.FaasInvocations].ShouldBe(1);
        bed.Meters[Instruments.FaasErrors].ShouldBe(0);
    }

    [Fact]
    public async Task Batch_TimesOut_ReturnsWhole()
    {
        using var bed = new WorkerBed(new SystemSettings { EventSource = new EventSourceSettings { BatchSize = 2 } });
        bed.Downstream.Latency = TimeSpan.FromSeconds(20);
        bed.Queue.Put("m1", bed.NewEnvelope());
        bed.Queue.Put("m2", bed.NewEnvelope());

        await bed.Mapping.StartAsync(CancellationToken.None);
        await bed.AdvanceUntilAsync(() => bed.Meters[Instruments.FaasTimeouts] == 1, TimeSpan.FromSeconds(40));
        await bed.Mapping.StopAsync(CancellationToken.None);

        bed.Queue.Deleted.ShouldBeEmpty();
        bed.Meters[Instruments.OrdersDelivered].ShouldBe(1);
    }

    [Fact]
    public async Task Message_InvocationThrottled_IsTriedAgainWithoutBeingReceivedAgain()
    {
        using var bed = new WorkerBed(new SystemSettings { AsyncInvocation = new AsyncInvocationSettings { AccountConcurrency = 1 } });
        bed.Concurrency.TryEnter().ShouldBeTrue();
        bed.Queue.Put("m1", bed.NewEnvelope());
        await bed.Mapping.StartAsync(CancellationToken.None);
        await bed.AdvanceUntilAsync(() => bed.Meters[Instruments.LambdaThrottles] >= 3, TimeSpan.FromSeconds(10));
        bed.Queue.Released.ShouldBeEmpty();

        bed.Concurrency.Leave();
        await bed.AdvanceUntilAsync(() => !bed.Queue.Deleted.IsEmpty, TimeSpan.FromSeconds(10));
        await bed.Mapping.StopAsync(CancellationToken.None);
        bed.Queue.Deleted.ShouldBe(["r-m1"]);
    }

    [Fact]
    public async Task Message_InvocationThrottledForLong_GoesBackBeforeItsVisibilityTimeout()
    {
        using var bed = new WorkerBed(new SystemSettings { AsyncInvocation = new AsyncInvocationSettings { AccountConcurrency = 1 } });
        bed.Concurrency.TryEnter().ShouldBeTrue();
        bed.Queue.Put("m1", bed.NewEnvelope());
        await bed.Mapping.StartAsync(CancellationToken.None);

        await bed.AdvanceUntilAsync(() => !bed.Queue.Released.IsEmpty, TimeSpan.FromSeconds(149));
        await bed.Mapping.StopAsync(CancellationToken.None);
        bed.Queue.Released.ShouldBe(["r-m1"]);
    }

    [Fact]
    public async Task Message_NoEnvelope_FailsAndStays()
    {
        using var bed = new WorkerBed();
        bed.Queue.Put("m1", "not an event");

        await bed.Mapping.StartAsync(CancellationToken.None);
        await WorkerBed.EventuallyAsync(() => bed.Meters[Instruments.FaasErrors] == 1);
        await bed.Mapping.StopAsync(CancellationToken.None);

        bed.Queue.Deleted.ShouldBeEmpty();
        bed.Downstream.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Queue_AwayForAWhile_IsReadAgain()
    {
        using var bed = new WorkerBed();
        bed.Queue.FailingReceives = 3;
        bed.Queue.Put("m1", bed.NewEnvelope());

        await bed.Mapping.StartAsync(CancellationToken.None);
        await bed.AdvanceUntilAsync(() => !bed.Queue.Deleted.IsEmpty, TimeSpan.FromSeconds(30));
        await bed.Mapping.StopAsync(CancellationToken.None);

        bed.Queue.Deleted.ShouldBe(["r-m1"]);
    }

    [Fact]
    public async Task Stop_InvocationUnderWay_ReleasesItsMessage()
    {
        using var bed = new WorkerBed();
        bed.Downstream.Latency = TimeSpan.FromSeconds(20);
        bed.Queue.Put("m1", bed.NewEnvelope());
        await bed.Mapping.StartAsync(CancellationToken.None);
        await WorkerBed.EventuallyAsync(() => bed.Concurrency.Current == 1);

        await bed.Mapping.StopAsync(CancellationToken.None);

        bed.Queue.Released.ShouldBe(["r-m1"]);
        bed.Queue.Deleted.ShouldBeEmpty();
        bed.Meters[Instruments.FaasErrors].ShouldBe(0);
    }

    [Fact]
    public async Task Redelivered_AfterItWasDelivered_CountsOnce()
    {
        using var bed = new WorkerBed();
        var envelope = bed.NewEnvelope("c1");
        bed.Queue.Put("m1", envelope);
        bed.Queue.Put("m1", envelope, receiveCount: 2);

        await bed.Mapping.StartAsync(CancellationToken.None);
        await WorkerBed.EventuallyAsync(() => bed.Queue.Deleted.Count == 2);
        await bed.Mapping.StopAsync(CancellationToken.None);

        bed.Meters[Instruments.FaasInvocations].ShouldBe(2);
        bed.Meters[Instruments.OrdersDelivered].ShouldBe(1);
    }
}
