using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using SlowApi.Tests.Fixtures;

namespace SlowApi.Tests.Functions;

public sealed class SlowTests : IAsyncLifetime
{
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(1.5);

    private readonly SlowApiHost _host = SlowApiHost.Start(
        ("SlowApi:FaultRate", "0"), ("SlowApi:Latency:MinimumSeconds", "1.5"), ("SlowApi:Latency:MaximumSeconds", "1.5"));

    public ValueTask InitializeAsync()
    {
        _host.Clock.Watched = Latency;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Slow_AnOrder_AnswersAfterTheLatencyAndNotBefore()
    {
        var call = _host.SlowAsync("order-1");
        await _host.Clock.WaitBegunAsync();
        _host.Clock.Advance(Latency - TimeSpan.FromMilliseconds(1));
        (await _host.Client.GetFromJsonAsync<string[]>("/orders/processed")).ShouldBeEmpty();
        call.IsCompleted.ShouldBeFalse();

        _host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        using var answer = await call;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        answer.Headers.GetValues("x-correlation-id").ShouldBe(["order-1"]);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"correlation_id":"order-1","message":"processed"}""");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("tab\ttab")]
    public async Task Slow_WithoutAUsableId_IsNotSupplied(string? id)
    {
        using var answer = await FinishAsync(id);
        answer.Headers.GetValues("x-correlation-id").ShouldBe(["not-supplied"]);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"correlation_id":"not-supplied","message":"processed"}""");
        (await _host.Client.GetFromJsonAsync<string[]>("/orders/processed")).ShouldBeEmpty();
        _host.Counters["slow_api.requests outcome=processed"].ShouldBe(1);
        _host.Counters["orders.processed"].ShouldBe(0);
        _host.Counters["orders.processed_again"].ShouldBe(0);
    }

    [Fact]
    public async Task Slow_OneOrderTwice_CountsItOnceAndOnceAgain()
    {
        foreach (var id in new[] { "order-1", "order-2", "order-1" })
        {
            using var answer = await FinishAsync(id);
        }

        (await _host.Client.GetFromJsonAsync<string[]>("/orders/processed")).ShouldBe(["order-1", "order-2"]);
        _host.Counters["orders.processed"].ShouldBe(2);
        _host.Counters["orders.processed_again"].ShouldBe(1);
        _host.Counters["slow_api.requests outcome=processed"].ShouldBe(3);
    }

    [Fact]
    public async Task Slow_CallerGoesAway_ProcessesTheOrderAllTheSame()
    {
        using var impatient = new CancellationTokenSource();
        var call = _host.SlowAsync("order-1", cancellationToken: impatient.Token);
        await _host.Clock.WaitBegunAsync();
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);

        _host.Clock.Advance(Latency);
        (await _host.NextSpanAsync()).GetTagItem("outcome").ShouldBe("processed");
        (await _host.Client.GetFromJsonAsync<string[]>("/orders/processed")).ShouldBe(["order-1"]);
        _host.Logs.Entries.Last().State["Status"].ShouldBe("COMPLETE");
    }

    [Fact]
    public async Task Slow_AnOrder_TellsItsStory()
    {
        using var answer = await FinishAsync("order-1");
        _host.Logs.Entries.Select(entry => entry.Message).ShouldBe(
            ["START Slow processing... [order-1]", "slow response, waiting 1.5 seconds [order-1]", "COMPLETE processed [order-1]"]);
        _host.Logs.Entries.ShouldAllBe(entry => Equals(entry.State["CorrelationId"], "order-1") && entry.Level == LogLevel.Information);
        var span = await _host.NextSpanAsync();
        span.DisplayName.ShouldBe("POST /slow");
        span.GetTagItem("order.correlation_id").ShouldBe("order-1");
        span.GetTagItem("outcome").ShouldBe("processed");
    }

    private async Task<HttpResponseMessage> FinishAsync(string? id)
    {
        var call = _host.SlowAsync(id);
        await _host.Clock.WaitBegunAsync();
        _host.Clock.Advance(Latency);
        return await call;
    }
}
