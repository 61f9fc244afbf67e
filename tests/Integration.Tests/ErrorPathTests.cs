using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Integration.Tests.Fixtures;

namespace Integration.Tests;

/// <summary>What the running system answers to what it should not be asked.</summary>
public sealed class ErrorPathTests(ErrorPathTests.Idle idle) : IClassFixture<ErrorPathTests.Idle>
{
    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{\"order_id\":")]
    [InlineData("not json")]
    public async Task Notify_NoJsonObject_IsRefusedInTheSeedsShapeAndPublishesNothing(string body)
    {
        using var api = idle.Lab.Client("notification-api");

        using var answer = await api.PostAsync("/notify", new StringContent(body, Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        json.GetProperty("request_id").GetString().ShouldBe("");
        json.GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Notify_AnOrder_IsAcceptedAndDelivered()
    {
        using var api = idle.Lab.Client("notification-api");
        using var slowApi = idle.Lab.Client("slow-api");

        using var answer = await api.PostAsJsonAsync("/notify", new { order_id = "static-order-id" });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var id = json.GetProperty("correlation_id").GetString()!;
        Guid.TryParse(json.GetProperty("request_id").GetString(), out _).ShouldBeTrue();
        await Lab.UntilAsync(async () => (await slowApi.GetFromJsonAsync<List<string>>("/orders/processed"))!.Contains(id) ? id : null);
    }

    [Fact]
    public async Task Events_WithoutTheKey_AreForbidden()
    {
        using var worker = idle.Lab.Client("delivery-worker");

        using var answer = await worker.PostAsJsonAsync("/events", new { id = "e1", detail = new { } });

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Slow_WithoutTheKey_IsForbidden()
    {
        using var slowApi = idle.Lab.Client("slow-api");

        using var answer = await slowApi.PostAsJsonAsync("/slow", new { });

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"message":"Forbidden"}""");
    }

    [Fact]
    public async Task Runs_UnknownScenario_IsRefusedWithWhatIsAllowed()
    {
        using var load = idle.Lab.Client("load-generator");

        using var answer = await load.PostAsJsonAsync("/runs", new { scenario = "nope" });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("readme, smoke, talk");
    }

    /// <summary>The system without a load.</summary>
    public sealed class Idle : IAsyncLifetime
    {
        internal Lab Lab { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Lab = await Lab.StartAsync("--Load:AutoStart=false");

        public ValueTask DisposeAsync() => Lab.DisposeAsync();
    }
}
