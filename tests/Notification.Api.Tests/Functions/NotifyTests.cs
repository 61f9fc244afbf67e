using System.Net;
using System.Text;
using System.Text.Json;
using Notification.Api.Tests.Fixtures;

namespace Notification.Api.Tests.Functions;

public sealed class NotifyTests : IAsyncLifetime
{
    private NotificationHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await NotificationHost.StartAsync(("AWS:Resources:EventBusName", "orders-bus"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Notify_AnOrder_AnswersWithBothIds()
    {
        using var answer = await PostAsync("""{"order_id":"static-order-id"}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        var id = _host.EventBridge.Calls.Single().Detail.GetProperty("meta_data").GetProperty("correlation_id").GetString();
        (await answer.Content.ReadAsStringAsync()).ShouldBe($$"""{"request_id":"{{FakeEventBridge.RequestId}}","correlation_id":"{{id}}"}""");
    }

    [Fact]
    public async Task Notify_AnOrder_PutsOneEntryOnTheWire()
    {
        using var answer = await PostAsync("""{"order_id": "static-order-id", "amount": 12.50}""");

        var call = _host.EventBridge.Calls.ShouldHaveSingleItem();
        call.Target.ShouldBe("AWSEvents.PutEvents");
        call.ContentType.ShouldStartWith("application/x-amz-json-1.1");
        call.Authorization.ShouldContain("/eu-west-1/events/aws4_request");
        call.Entry.GetProperty("DetailType").GetString().ShouldBe("order-notify");
        call.Entry.GetProperty("Source").GetString().ShouldBe("notification-function");
        call.Entry.GetProperty("EventBusName").GetString().ShouldBe("orders-bus");
        call.Entry.GetProperty("Resources").EnumerateArray().Select(arn => arn.GetString())
            .ShouldBe(["arn:aws:lambda:eu-west-1:000000000000:function:notification-function"]);
        call.Entry.GetProperty("Detail").GetString().ShouldStartWith("""{"order_id": "static-order-id","amount": 12.50,"meta_data":{""");
    }

    [Fact]
    public async Task Notify_AnOrder_GetsAnIdOfTheSimulatedTime()
    {
        _host.Clock.Advance(TimeSpan.FromDays(3));
        using var answer = await PostAsync("{}");

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var id = json.RootElement.GetProperty("correlation_id").GetGuid();
        id.Version.ShouldBe(7);
        Convert.ToInt64(id.ToString("N")[..12], 16).ShouldBe(_host.Clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Notify_WithinATrace_HandsItOnInEveryForm()
    {
        using var request = Post("""{"meta_data":{"traceparent":"mine"}}""");
        request.Headers.Add("traceparent", "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01");
        using var answer = await _host.Client.SendAsync(request);

        var call = _host.EventBridge.Calls.Single();
        var span = _host.Spans.Single(span => span.DisplayName == "PutEvents order-notify");
        span.TraceId.ToHexString().ShouldBe("5759e988bd862e3fe1be46a994272793");
        call.Detail.GetProperty("meta_data").GetProperty("traceparent").GetString().ShouldBe(span.Id);
        call.Entry.GetProperty("TraceHeader").GetString().ShouldBe($"Root=1-5759e988-bd862e3fe1be46a994272793;Parent={span.SpanId};Sampled=1");
        call.TraceParent.ShouldNotBeNull().ShouldStartWith("00-5759e988bd862e3fe1be46a994272793-");
    }

    [Fact]
    public async Task Notify_AnOrder_IsTracedAndCountedAndLogged()
    {
        using var answer = await PostAsync("{}");

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var id = json.RootElement.GetProperty("correlation_id").GetString();
        var spans = await _host.SpansOnceServedAsync();
        spans.Where(span => Equals(span.GetTagItem("order.correlation_id"), id)).Select(span => span.DisplayName)
            .ShouldBe(["PutEvents order-notify", "POST /notify"]);
        spans.Select(span => span.TraceId).Distinct().ShouldHaveSingleItem();
        _host.Counters["orders.accepted"].ShouldBe(1);
        _host.Logs.Entries.Select(entry => entry.Message).ShouldBe(
            [$"START Processing Order Notification [{id}]", $"submit event to EventBus [{id}]", $"COMPLETE order accepted [{id}]"]);
        _host.Logs.Entries.ShouldAllBe(entry => Equals(entry.State["CorrelationId"], id));
        _host.Logs.Entries.Last().State["Status"].ShouldBe("COMPLETE");
    }

    [Fact]
    public async Task Notify_TwoOrders_GetTwoIds()
    {
        using var first = await PostAsync("{}");
        using var second = await PostAsync("{}");
        _host.EventBridge.Calls.Select(call => call.Detail.GetProperty("meta_data").GetProperty("correlation_id").GetString()).ShouldBeUnique();
    }

    [Fact]
    public async Task Notify_EventBridgeHasNotAnswered_DoesNotAnswerEither()
    {
        var release = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        _host.EventBridge.BeforeAnswer = () =>
        {
            arrived.TrySetResult();
            return release.Task;
        };

        var answer = PostAsync("{}");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10));
        answer.IsCompleted.ShouldBeFalse();
        _host.Counters["orders.accepted"].ShouldBe(0);

        release.SetResult();
        using var given = await answer;
        given.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Notify_CallerGoesAway_IsAcceptedAllTheSame()
    {
        var release = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        _host.EventBridge.BeforeAnswer = () =>
        {
            impatient.Cancel();
            return release.Task;
        };

        await Should.ThrowAsync<OperationCanceledException>(() => _host.Client.SendAsync(Post("{}"), impatient.Token));
        release.SetResult();
        await _host.SpansOnceServedAsync();
        _host.Counters["orders.accepted"].ShouldBe(1);
    }

    [Fact]
    public async Task Root_Asked_TellsWhatTheServiceIs()
    {
        using var json = JsonDocument.Parse(await _host.Client.GetStringAsync("/"));
        json.RootElement.GetProperty("service").GetString().ShouldBe("notification-api");
        json.RootElement.GetProperty("endpoints").EnumerateArray().Select(item => item.GetString()).ShouldContain("POST /notify");
    }

    [Theory]
    [InlineData("GET", "/notify")]
    [InlineData("POST", "/")]
    [InlineData("POST", "/nothing/here.txt")]
    public async Task Notify_AnotherMethodOrPath_IsNotFoundInTheServicesShape(string method, string path)
    {
        using var answer = await _host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldStartWith("""{"request_id":"","error":"There is nothing here""");
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Probe_Healthy_Answers(string path) => (await _host.Client.GetStringAsync(path)).ShouldBe("Healthy");

    private static HttpRequestMessage Post(string body) =>
        new(HttpMethod.Post, "/notify") { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private Task<HttpResponseMessage> PostAsync(string body) => _host.Client.SendAsync(Post(body));
}
