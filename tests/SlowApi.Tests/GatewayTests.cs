using System.Net;
using System.Text.Json;
using SlowApi.Tests.Fixtures;

namespace SlowApi.Tests;

public sealed class GatewayTests : IAsyncLifetime
{
    private readonly SlowApiHost _host = SlowApiHost.Start();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("A-KEY-OF-THE-TESTS")]
    [InlineData("a-key-of-the-tests,another-key")]
    public async Task Slow_WithoutAKeyOfOurs_IsForbidden(string? key)
    {
        using var answer = await _host.SlowAsync("order-1", key);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["ForbiddenException"]);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"message":"Forbidden"}""");
        _host.Logs.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Slow_TwoKeysAtOnce_IsForbidden()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slow");
        request.Headers.Add("x-api-key", [SlowApiHost.Key, SlowApiHost.Key]);
        using var answer = await _host.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/slow", HttpStatusCode.OK)]
    [InlineData("/settings", HttpStatusCode.Forbidden)]
    public async Task Request_ByAForeignName_NeedsAKey(string path, HttpStatusCode expected)
    {
        await using var host = SlowApiHost.Start(("SlowApi:FaultRate", "0"), ("SlowApi:Latency:MaximumSeconds", "0"));
        using var request = new HttpRequestMessage(path == "/slow" ? HttpMethod.Post : HttpMethod.Get, path);
        request.Headers.Host = "slow.example";
        request.Headers.Add("x-api-key", SlowApiHost.Key);

        using var answer = await host.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("GET", "/slow")]
    [InlineData("DELETE", "/slow")]
    [InlineData("POST", "/slower")]
    [InlineData("POST", "/slow/er")]
    [InlineData("GET", "/favicon.ico")]
    [InlineData("POST", "/orders/processed")]
    public async Task Gateway_UnknownMethodOrPath_AnswersAsAGatewayDoes(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("x-api-key", SlowApiHost.Key);
        using var answer = await _host.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["MissingAuthenticationTokenException"]);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"message":"Missing Authentication Token"}""");
    }

    [Fact]
    public async Task Root_Asked_TellsWhatTheServiceIs()
    {
        using var json = JsonDocument.Parse(await _host.Client.GetStringAsync("/"));
        json.RootElement.GetProperty("service").GetString().ShouldBe("slow-api");
        json.RootElement.GetProperty("endpoints").EnumerateArray().Select(item => item.GetString()).ShouldContain("GET /orders/processed");
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Probe_Healthy_Answers(string path) => (await _host.Client.GetStringAsync(path)).ShouldBe("Healthy");

    [Fact]
    public async Task Probe_Asked_LeavesNoSpan()
    {
        await _host.Client.GetStringAsync("/health");
        await _host.Client.GetStringAsync("/alive");
        await _host.Client.GetStringAsync("/");
        (await _host.NextSpanAsync()).DisplayName.ShouldBe("GET /");
    }
}
