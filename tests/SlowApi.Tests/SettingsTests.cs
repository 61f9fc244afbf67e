using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SlowApi.Tests.Fixtures;

namespace SlowApi.Tests;

public sealed class SettingsTests : IAsyncLifetime
{
    private readonly SlowApiHost _host = SlowApiHost.Start();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Put_FaultRate_AppliesToTheNextCall()
    {
        using var changed = await PutAsync("""{"slowApi":{"faultRate":1}}""");
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var answer = await _host.SlowAsync("order-1", SlowApiHost.Key);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await RateAsync("faultRate")).ShouldBe(1);
    }

    [Fact]
    public async Task Put_Limit_AppliesToTheNextCall()
    {
        using var changed = await PutAsync("""{"slowApi":{"burstLimit":1,"faultRate":1}}""");

        using var first = await _host.SlowAsync("order-1", SlowApiHost.Key);
        using var second = await _host.SlowAsync("order-2", SlowApiHost.Key);

        first.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Put_ValueOutOfRange_IsRefusedWithWhatIsAllowed()
    {
        var before = await RateAsync("faultRate");
        using var answer = await PutAsync("""{"slowApi":{"faultRate":1.5}}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("detail").GetString().ShouldBe("SlowApi:FaultRate = \"1.5\": must be a number from 0 to 1.");
        (await RateAsync("faultRate")).ShouldBe(before);
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task Put_UnfitBody_IsRefused(string body, string type, HttpStatusCode status)
    {
        using var answer = await PutAsync(body, type);
        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Put_LongBody_IsRefusedUnread()
    {
        using var answer = await PutAsync($$"""{"slowApi":"{{new string('x', 70_000)}}"}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task<HttpResponseMessage> PutAsync(string body, string type = "application/json") =>
        await _host.Client.PutAsync("/settings", new StringContent(body, new MediaTypeHeaderValue(type)));

    private async Task<double> RateAsync(string name)
    {
        using var view = JsonDocument.Parse(await _host.Client.GetStringAsync("/settings"));
        return view.RootElement.GetProperty("settings").GetProperty("slowApi").GetProperty(name).GetDouble();
    }
}
