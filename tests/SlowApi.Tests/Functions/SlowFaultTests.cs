using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using SlowApi.Tests.Fixtures;

namespace SlowApi.Tests.Functions;

public sealed class SlowFaultTests : IAsyncLifetime
{
    private readonly SlowApiHost _host = SlowApiHost.Start(("SlowApi:FaultRate", "1"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Slow_Fault_AnswersAtOnceAsAGatewayDoesForACrashedFunction()
    {
        using var answer = await _host.SlowAsync("order-1");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"message":"Internal server error"}""");
        (await _host.Client.GetFromJsonAsync<string[]>("/orders/processed")).ShouldBeEmpty();
        _host.Counters["slow_api.requests outcome=fault"].ShouldBe(1);
        var last = _host.Logs.Entries.Last();
        (last.Level, last.Message, last.State["Status"]).ShouldBe((LogLevel.Error, "FAILED random process failure [order-1]", "FAILED"));
        var span = await _host.NextSpanAsync();
        span.GetTagItem("outcome").ShouldBe("fault");
        span.Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Fact]
    public async Task Slow_OverTheRate_IsThrottledBeforeTheFunctionAndItsFaults()
    {
        var answers = new List<HttpResponseMessage>();
        for (var call = 0; call < 15; call++)
        {
            answers.Add(await _host.SlowAsync($"order-{call}"));
        }

        answers.Select(answer => (int)answer.StatusCode).ShouldBe([.. Enumerable.Repeat(502, 10), .. Enumerable.Repeat(429, 5)]);
        var throttled = answers[^1];
        throttled.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        throttled.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["TooManyRequestsException"]);
        throttled.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await throttled.Content.ReadAsStringAsync()).ShouldBe("""{"message":"Too Many Requests"}""");

        _host.Counters["slow_api.requests outcome=fault"].ShouldBe(10);
        _host.Counters["slow_api.requests outcome=throttled"].ShouldBe(5);
        _host.Logs.Entries.ShouldNotContain(entry => Equals(entry.State["CorrelationId"], "order-14"));
    }

    [Fact]
    public async Task Slow_Throttled_SaysSoOnItsSpan()
    {
        for (var call = 0; call < 10; call++)
        {
            using var admitted = await _host.SlowAsync();
            await _host.NextSpanAsync();
        }

        using var answer = await _host.SlowAsync("order-1");
        var span = await _host.NextSpanAsync();
        span.GetTagItem("outcome").ShouldBe("throttled");
        span.GetTagItem("order.correlation_id").ShouldBe("order-1");
        span.GetTagItem("http.response.status_code").ShouldBe(429);
    }

    [Fact]
    public async Task Slow_TimeGoesBy_AdmitsTheRateOfSimulatedTime()
    {
        (await CountAsync(12)).ShouldBe(10);
        _host.Clock.Advance(TimeSpan.FromMilliseconds(300));
        (await CountAsync(12)).ShouldBe(3);
    }

    [Fact]
    public async Task Slow_AnotherKey_HasABucketOfItsOwn()
    {
        (await CountAsync(12)).ShouldBe(10);
        (await CountAsync(12, SlowApiHost.OtherKey)).ShouldBe(10);
    }

    [Fact]
    public async Task Slow_CallsWithoutAKey_TakeNoPermits()
    {
        (await CountAsync(30, "wrong")).ShouldBe(0);
        (await CountAsync(12)).ShouldBe(10);
        _host.Counters["slow_api.requests outcome=throttled"].ShouldBe(2);
    }

    [Fact]
    public async Task Tokens_SeveralKeys_ShowsTheFullestBucket()
    {
        _host.Counters.Observe("slow_api.tokens").ShouldBe(10, "Before the first call, too.");
        await CountAsync(10);
        await CountAsync(3, SlowApiHost.OtherKey);
        _host.Counters.Observe("slow_api.tokens").ShouldBe(7);
        _host.Clock.Advance(TimeSpan.FromMilliseconds(50));
        _host.Counters.Observe("slow_api.tokens").ShouldBe(7.5, 1e-9);
    }

    private async Task<int> CountAsync(int calls, string key = SlowApiHost.Key)
    {
        var admitted = 0;
        for (var call = 0; call < calls; call++)
        {
            using var answer = await _host.SlowAsync(key: key);
            admitted += answer.StatusCode == HttpStatusCode.BadGateway ? 1 : 0;
        }

        return admitted;
    }
}
