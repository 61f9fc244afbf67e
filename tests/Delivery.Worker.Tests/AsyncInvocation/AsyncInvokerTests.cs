using System.Net;
using System.Text.Json;
using Delivery.Worker.Tests.Fakes;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.Tests.AsyncInvocation;

public sealed class AsyncInvokerTests
{
    /// <summary>One attempt an invocation, so that times are those of the invocations.</summary>
    private static readonly DeliverySettings OneAttempt = new() { MaxAttempts = 1 };

    [Fact]
    public async Task Accept_Delivered_IsSettledAndCounted()
    {
        using var bed = new WorkerBed();

        bed.Accept();
        await WorkerBed.EventuallyAsync(() => bed.Journal.PendingCount == 0);

        bed.Meters[Instruments.OrdersDelivered].ShouldBe(1);
        bed.Meters[Instruments.FaasInvocations].ShouldBe(1);
        bed.Meters[Instruments.AsyncEventsReceived].ShouldBe(1);
        bed.Meters[Instruments.AsyncEventsDropped].ShouldBe(0);
        bed.Concurrency.Current.ShouldBe(0);
    }

    [Fact]
    public async Task Accept_EveryInvocationFails_InvokedAgainAfterOneAndTwoMinutesThenDropped()
    {
        using var bed = new WorkerBed(new SystemSettings { Delivery = OneAttempt });
        bed.Downstream.Answer = _ => HttpStatusCode.TooManyRequests;

        var order = bed.Accept();
        await bed.AdvanceUntilAsync(() => bed.Journal.PendingCount == 0, TimeSpan.FromMinutes(4));

        var times = bed.Downstream.Calls.Select(call => call.At).ToArray();
        times.Length.ShouldBe(3);
        (times[1] - times[0]).TotalSeconds.ShouldBeInRange(60, 63);
        (times[2] - times[1]).TotalSeconds.ShouldBeInRange(120, 123);
        bed.Meters[Instruments.FaasErrors].ShouldBe(3);
        bed.Meters[Instruments.AsyncEventsDropped].ShouldBe(1);
        bed.Meters[Instruments.OrdersDropped].ShouldBe(1);
        bed.Ledger.DroppedOrders.ShouldBe([order.OrderId]);
    }

    [Fact]
    public async Task Accept_Dropped_AllThatItsInvocationsBilledWasWasted()
    {
        using var bed = new WorkerBed(new SystemSettings { Delivery = OneAttempt });
        bed.Downstream.Answer = _ => HttpStatusCode.BadGateway;
        bed.Downstream.Latency = TimeSpan.FromSeconds(2);

        bed.Accept();
        await bed.AdvanceUntilAsync(() => bed.Meters[Instruments.WastedInvocations] > 0, TimeSpan.FromMinutes(5));

        bed.Meters[Instruments.WastedInvocations].ShouldBe(3);
        bed.Meters[Instruments.BilledDuration].ShouldBeInRange(6, 9);
        bed.Meters[Instruments.WastedDuration].ShouldBe(bed.Meters[Instruments.BilledDuration], 0.001);
    }

    [Fact]
    public async Task Accept_DeliveredAtLast_NothingWasWasted()
    {
        using var bed = new WorkerBed(new SystemSettings { Delivery = OneAttempt });
        bed.Downstream.Answer = call => call == 1 ? HttpStatusCode.BadGateway : HttpStatusCode.OK;
        bed.Downstream.Latency = TimeSpan.FromSeconds(2);

        bed.Accept();
        await bed.AdvanceUntilAsync(() => bed.Journal.PendingCount == 0, TimeSpan.FromMinutes(3));

        bed.Meters[Instruments.OrdersDelivered].ShouldBe(1);
        bed.Meters[Instruments.BilledDuration].ShouldBeInRange(4, 6);
        bed.Meters[Instruments.WastedDuration].ShouldBe(0);
        bed.Meters[Instruments.WastedInvocations].ShouldBe(0);
    }

    [Fact]
    public async Task Accept_DownstreamTooSlow_TimesOutAtTheFunctionsTimeout()
    {
        using var bed = new WorkerBed(new SystemSettings
        {
            Delivery = OneAttempt,
            AsyncInvocation = new AsyncInvocationSettings { MaximumRetryAttempts = 0 },
        });
        bed.Downstream.Latency = TimeSpan.FromSeconds(60);

        bed.Accept();
        await bed.AdvanceUntilAsync(() => bed.Journal.PendingCount == 0, TimeSpan.FromSeconds(40));

        bed.Meters[Instruments.FaasTimeouts].ShouldBe(1);
        bed.Meters[Instruments.FaasErrors].ShouldBe(0);
        bed.Meters[Instruments.FaasInvokeDuration].ShouldBe(29, 0.001, "however late the machine ended it");
        bed.Meters[Instruments.BilledDuration].ShouldBe(29, 0.001);
        bed.Meters[Instruments.AsyncEventsDropped].ShouldBe(1);
    }

    [Fact]
    public async Task Accept_NoConcurrencyLeft_IsThrottledKeptAndInvokedLater()
    {
        using var bed = new WorkerBed(new SystemSettings
        {
            AsyncInvocation = new AsyncInvocationSettings { AccountConcurrency = 1 },
        });
        bed.Downstream.Latency = TimeSpan.FromSeconds(5);

        bed.Accept();
        await WorkerBed.EventuallyAsync(() => bed.Downstream.Calls.Count == 1);
        bed.Accept();
        await WorkerBed.EventuallyAsync(() => bed.Meters[Instruments.LambdaThrottles] == 1);
        await bed.AdvanceUntilAsync(() => bed.Journal.PendingCount == 0, TimeSpan.FromMinutes(1));

        bed.Meters[Instruments.OrdersDelivered].ShouldBe(2);
        bed.Meters[Instruments.FaasInvocations].ShouldBe(2);
        bed.Meters[Instruments.ConcurrentExecutions].ShouldBe(0);
    }

    [Fact]
    public async Task Accept_OlderThanTheMaximumAge_IsDroppedWithoutAnotherInvocation()
    {
        using var bed = new WorkerBed(new SystemSettings
        {
            Delivery = OneAttempt,
            AsyncInvocation = new AsyncInvocationSettings { MaximumEventAgeSeconds = 60, RetryWaitSeconds = 61 },
        });
        bed.Downstream.Answer = _ => HttpStatusCode.BadGateway;

        bed.Accept();
        await bed.AdvanceUntilAsync(() => bed.Journal.PendingCount == 0, TimeSpan.FromMinutes(2));

        bed.Downstream.Calls.Count.ShouldBe(1);
        bed.Meters[Instruments.AsyncEventsDropped].ShouldBe(1);
    }

    [Fact]
    public async Task Accept_DroppedWithADestination_SendsTheInvocationRecord()
    {
        using var bed = new WorkerBed(new SystemSettings
        {
            Delivery = OneAttempt,
            AsyncInvocation = new AsyncInvocationSettings { MaximumRetryAttempts = 0, OnFailureQueueUrl = "http://queue/failed" },
        });
        bed.Downstream.Answer = _ => HttpStatusCode.BadGateway;

        var order = bed.Accept();
        await bed.AdvanceUntilAsync(() => bed.Journal.PendingCount == 0, TimeSpan.FromSeconds(10));

        var sent = bed.Queue.Sent.ShouldHaveSingleItem();
        sent.QueueUrl.ShouldBe("http://queue/failed");
        using var record = JsonDocument.Parse(sent.MessageBody);
        record.RootElement.GetProperty("requestContext").GetProperty("condition").GetString().ShouldBe("RetriesExhausted");
        record.RootElement.GetProperty("requestContext").GetProperty("approximateInvokeCount").GetInt32().ShouldBe(1);
        record.RootElement.GetProperty("requestPayload").GetProperty("id").GetString().ShouldBe(order.Id);
        bed.Meters[Instruments.DestinationDeliveries].ShouldBe(1);
    }

    [Fact]
    public async Task Restart_WithWhatAKillLeftBehind_GoesOnWhereItWas()
    {
        var state = Directory.CreateTempSubdirectory("worker-test-");
        try
        {
            var settings = new SystemSettings { Delivery = OneAttempt };
            using (var killed = new WorkerBed(settings, state.FullName))
            {
                killed.Downstream.Answer = call => call == 1 ? HttpStatusCode.OK : HttpStatusCode.BadGateway;
                killed.Accept("first");
                await WorkerBed.EventuallyAsync(() => killed.Journal.PendingCount == 0);
                killed.Accept("second");
                await WorkerBed.EventuallyAsync(() => killed.Journal.AttemptsOf("second") == 1);
            }

            await File.AppendAllTextAsync(Path.Combine(state.FullName, "journal"), "R 99 torn");
            using var bed = new WorkerBed(settings, state.FullName);
            await bed.Async.StartAsync(CancellationToken.None);

            bed.Meters[Instruments.OrdersDelivered].ShouldBe(1);
            bed.Meters[Instruments.AsyncEventsPending].ShouldBe(1);
            await bed.AdvanceUntilAsync(() => bed.Journal.PendingCount == 0, TimeSpan.FromMinutes(2));
            bed.Downstream.Calls.ShouldHaveSingleItem().CorrelationId.ShouldBe("second");
            bed.Meters[Instruments.OrdersDelivered].ShouldBe(2);
        }
        finally
        {
            state.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Stop_WithEventsPending_KeepsThemAndCountsNothing()
    {
        using var bed = new WorkerBed();
        bed.Downstream.Latency = TimeSpan.FromSeconds(5);
        bed.Accept();
        await WorkerBed.EventuallyAsync(() => bed.Downstream.Calls.Count == 1);

        await bed.Async.StopAsync(CancellationToken.None);

        bed.Journal.PendingCount.ShouldBe(1);
        bed.Meters[Instruments.FaasErrors].ShouldBe(0);
        bed.Meters[Instruments.FaasTimeouts].ShouldBe(0);
    }
}
