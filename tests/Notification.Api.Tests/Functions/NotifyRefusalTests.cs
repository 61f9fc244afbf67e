using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Notification.Api.Tests.Fixtures;

namespace Notification.Api.Tests.Functions;

public sealed class NotifyRefusalTests : IAsyncLifetime
{
    private const int Limit = 4096;

    private NotificationHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await NotificationHost.StartAsync(("Notification:MaximumEventBytes", $"{Limit}"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("[{}]", "not_an_object")]
    [InlineData("{\"a\":NaN}", "invalid_json")]
    [InlineData("{} {}", "invalid_json")]
    [InlineData("\ufeff{}", "invalid_json")]
    public async Task Notify_InvalidBody_IsRefusedAndNothingIsPublished(string body, string type)
    {
        var error = await RefuseAsync(new StringContent(body));

        error.ShouldStartWith("The body ");
        _host.EventBridge.Calls.ShouldBeEmpty();
        _host.Counters[$"orders.rejected error.type={type}"].ShouldBe(1);
        _host.Counters["orders.accepted"].ShouldBe(0);
        var last = _host.Logs.Entries.Last();
        (last.Level, last.State["Status"], last.State["Error"]).ShouldBe((LogLevel.Error, "FAILED", error));
        var span = (await _host.SpansOnceServedAsync()).ShouldHaveSingleItem();
        span.GetTagItem("error.type").ShouldBe(type);
        span.GetTagItem("order.correlation_id").ShouldBeNull("No order came of it.");
    }

    [Fact]
    public async Task Notify_WithoutABody_IsRefused() => (await RefuseAsync(null)).ShouldBe("The body is empty: it must be a JSON object.");

    [Fact]
    public async Task Notify_InvalidUtf8_IsRefused() =>
        (await RefuseAsync(new ByteArrayContent([(byte)'{', 0xFF, (byte)'}']))).ShouldBe("The body is not valid UTF-8.");

    [Fact]
    public async Task Notify_EventAsLargeAsAllowed_IsAcceptedAndOneByteMoreIsNot()
    {
        using var small = await PostAsync(Order(0));
        var entry = _host.EventBridge.Calls.Single().Entry;
        var overhead = Size(entry);

        using var largest = await PostAsync(Order(Limit - overhead));
        largest.StatusCode.ShouldBe(HttpStatusCode.OK);
        Size(_host.EventBridge.Calls.Last().Entry).ShouldBe(Limit);

        (await RefuseAsync(new StringContent(Order(Limit - overhead + 1)))).ShouldBe($"The order is too large: as an event it may have {Limit} bytes.");
        _host.EventBridge.Calls.Count.ShouldBe(2);
        _host.Counters["orders.rejected error.type=too_large"].ShouldBe(1);

        static string Order(int letters) => $$"""{"é":"{{new string('x', letters)}}"}""";
        static int Size(JsonElement entry) =>
            new[] { "Detail", "DetailType", "Source" }.Sum(field => Encoding.UTF8.GetByteCount(entry.GetProperty(field).GetString()!))
            + entry.GetProperty("Resources").EnumerateArray().Sum(arn => Encoding.UTF8.GetByteCount(arn.GetString()!));
    }

    [Fact]
    public async Task Notify_HugeBody_IsRefusedUnread()
    {
        (await RefuseAsync(new ByteArrayContent(new byte[5_000_000]))).ShouldStartWith("The order is too large");
        using var chunked = new StreamContent(new MemoryStream(new byte[5_000_000]));
        chunked.Headers.ContentLength = null;
        (await RefuseAsync(chunked)).ShouldStartWith("The order is too large");
    }

    [Theory]
    [InlineData("POST /notify HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("POST /notify HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}oops")]
    public async Task Notify_BodyThatIsNoHttp_IsRefusedInTheSameShape(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_host.Address.Host, _host.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(10));

        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldEndWith("""{"request_id":"","error":"The body could not be read to its end."}""");
    }

    [Fact]
    public async Task Notify_EventBridgeRefusesTheEntry_SaysWhy()
    {
        _host.EventBridge.Answer = (HttpStatusCode.OK, """{"FailedEntryCount":1,"Entries":[{"ErrorCode":"InternalFailure","ErrorMessage":"Try again."}]}""");

        (await RefuseAsync(new StringContent("{}"))).ShouldBe("EventBridge did not take the event: Try again.");
        _host.Counters["orders.rejected error.type=InternalFailure"].ShouldBe(1);
        _host.Counters["orders.accepted"].ShouldBe(0);
        var span = _host.Spans.Single(span => span.DisplayName == "PutEvents order-notify");
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe("InternalFailure");
    }

    [Theory]
    [InlineData("""{"FailedEntryCount":1,"Entries":[{}]}""")]
    [InlineData("""{"FailedEntryCount":1,"Entries":[]}""")]
    [InlineData("""{"FailedEntryCount":0,"Entries":[]}""")]
    public async Task Notify_EventBridgeRefusesTheEntryWithoutAReason_IsRefusedAllTheSame(string answer)
    {
        _host.EventBridge.Answer = (HttpStatusCode.OK, answer);

        (await RefuseAsync(new StringContent("{}"))).ShouldBe("EventBridge did not take the event: it gave no reason.");
    }

    [Fact]
    public async Task Notify_EventBridgeRefusesTheRequest_SaysWhyAndNoMore()
    {
        _host.EventBridge.Answer = (HttpStatusCode.BadRequest, """{"__type":"ResourceNotFoundException","message":"Event bus sls-observe does not exist."}""");

        var error = await RefuseAsync(new StringContent("{}"));
        error.ShouldBe("EventBridge refused the request: Event bus sls-observe does not exist.");
        _host.Counters["orders.rejected error.type=ResourceNotFoundException"].ShouldBe(1);
        _host.EventBridge.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Notify_EventBridgeIsOverloadedThroughout_TriesThriceAndRefuses()
    {
        _host.EventBridge.Answer = (HttpStatusCode.ServiceUnavailable, """{"__type":"ServiceUnavailable","message":"busy"}""");

        (await RefuseAsync(new StringContent("{}"))).ShouldNotContain("   at ");
        _host.EventBridge.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Notify_EventBridgeIsNotThere_SaysSo()
    {
        await _host.EventBridge.DisposeAsync();

        (await RefuseAsync(new StringContent("{}"))).ShouldBe("EventBridge could not be reached, or its answer could not be understood.");
        _host.Spans.Single(span => span.DisplayName == "PutEvents order-notify").Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "<html>not JSON</html>")]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.BadGateway, "<html>proxy</html>")]
    public async Task Notify_EventBridgeAnswersNonsense_Refuses(HttpStatusCode status, string body)
    {
        _host.EventBridge.Answer = (status, body);
        var error = await RefuseAsync(new StringContent("{}"));
        error.ShouldStartWith("EventBridge ");
        error.ShouldNotContain("   at ");
    }

    private async Task<string> RefuseAsync(HttpContent? content)
    {
        using var answer = await _host.Client.PostAsync("/notify", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        json.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(["request_id", "error"]);
        json.RootElement.GetProperty("request_id").GetString().ShouldBe("");
        return json.RootElement.GetProperty("error").GetString()!;
    }

    private Task<HttpResponseMessage> PostAsync(string body) => _host.Client.PostAsync("/notify", new StringContent(body));
}
