using System.Net;
using Amazon.SimpleSystemsManagement.Model;
using Delivery.Worker.Functions;
using Delivery.Worker.Tests.Fakes;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.Tests.Functions;

public sealed class DeliveryFunctionTests : IDisposable
{
    private readonly WorkerBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Handle_Answer200_DeliversWithKeyAndCorrelationIdAndBody()
    {
        (await _bed.Function.HandleAsync(Order(), CancellationToken.None)).ShouldBeNull();

        var call = _bed.Downstream.Calls.ShouldHaveSingleItem();
        call.ApiKey.ShouldBe("secret-key");
        call.CorrelationId.ShouldBe("c1");
        call.Body.ShouldBe("""{"order_id":"o"}""");
    }

    [Fact]
    public async Task Handle_EveryAnswerFails_FiveAttemptsThreeToEightSecondsApartAndTheLastErrorSurfaces()
    {
        _bed.Downstream.Answer = attempt => attempt == 5 ? HttpStatusCode.BadGateway : HttpStatusCode.TooManyRequests;

        var run = _bed.Function.HandleAsync(Order(), CancellationToken.None);
        await _bed.AdvanceUntilAsync(() => run.IsCompleted, TimeSpan.FromSeconds(60));

        (await run).ShouldBe("API delivery failed: 502");
        var times = _bed.Downstream.Calls.Select(call => call.At).ToArray();
        times.Length.ShouldBe(5);
        foreach (var (before, after) in times.Zip(times.Skip(1)))
        {
            // The clock moves in whole seconds here, so a wait may be seen up to a step or two longer.
            (after - before).TotalSeconds.ShouldBeInRange(3, 11);
        }

        _bed.Meters[Instruments.DeliveryAttempts].ShouldBe(5);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData((HttpStatusCode)0)]
    public async Task Handle_AnythingButSuccessOnce_IsRetried(HttpStatusCode first)
    {
        _bed.Downstream.Answer = attempt => attempt == 1 ? first : HttpStatusCode.OK;

        var run = _bed.Function.HandleAsync(Order(), CancellationToken.None);
        await _bed.AdvanceUntilAsync(() => run.IsCompleted, TimeSpan.FromSeconds(20));

        (await run).ShouldBeNull();
        _bed.Downstream.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Handle_OneAttemptAllowed_DoesNotRetry()
    {
        using var bed = new WorkerBed(new SystemSettings { Delivery = new DeliverySettings { MaxAttempts = 1 } });
        bed.Downstream.Answer = _ => HttpStatusCode.BadGateway;

        (await bed.Function.HandleAsync(Order(), CancellationToken.None)).ShouldBe("API delivery failed: 502");

        bed.Downstream.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_AttemptsChangedWhileRunning_AppliesToTheNextInvocation()
    {
        _bed.Downstream.Answer = _ => HttpStatusCode.BadGateway;
        Change(_bed, """{"delivery":{"maxAttempts":2,"retryWaitSeconds":100,"retryJitterSeconds":0}}""");

        var run = _bed.Function.HandleAsync(Order(), CancellationToken.None);
        await _bed.AdvanceUntilAsync(() => _bed.Downstream.Calls.Count == 1, TimeSpan.FromSeconds(5));
        await WorkerBed.SettleAsync();
        _bed.Clock.Advance(TimeSpan.FromSeconds(60));
        await WorkerBed.SettleAsync();
        _bed.Downstream.Calls.Count.ShouldBe(1);
        await _bed.AdvanceUntilAsync(() => run.IsCompleted, TimeSpan.FromSeconds(60));

        _bed.Downstream.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Handle_ParameterMissing_FailsWithoutACall()
    {
        _bed.Parameters.Failure = new ParameterNotFoundException("no such parameter");

        var error = await _bed.Function.HandleAsync(Order(), CancellationToken.None);

        error.ShouldNotBeNull().ShouldContain("no such parameter");
        _bed.Downstream.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_FailedLookup_IsNotCached()
    {
        _bed.Parameters.Failure = new ParameterNotFoundException("no such parameter");
        await _bed.Function.HandleAsync(Order(), CancellationToken.None);
        _bed.Parameters.Failure = null;

        (await _bed.Function.HandleAsync(Order(), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Handle_WithinFiveSeconds_LooksUpOnce_AfterThatAgain()
    {
        await _bed.Function.HandleAsync(Order(), CancellationToken.None);
        _bed.Clock.Advance(TimeSpan.FromSeconds(4.9));
        await _bed.Function.HandleAsync(Order(), CancellationToken.None);
        _bed.Parameters.Reads.ShouldBe(1);

        _bed.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await _bed.Function.HandleAsync(Order(), CancellationToken.None);
        _bed.Parameters.Reads.ShouldBe(2);
    }

    private static OrderDetail Order() => new("c1", default, """{"order_id":"o"}"""u8.ToArray());

    private static void Change(WorkerBed bed, string change)
    {
        using var json = System.Text.Json.JsonDocument.Parse(change);
        bed.Live.Change(json.RootElement);
    }
}
