using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Dashboard.Otlp;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Store;
using Dashboard.Telemetry.Traces;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Otlp;

public sealed class HttpReceiverTests
{
    private const string TraceIdText = "5b8efff798038103d269b633813fc60c";

    /// <summary>In the shape of the specification's example, with what a careful sender may do: numbers as text, unknown fields, upper-case ids.</summary>
    private const string Spans = """
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"my.service"}}]},
          "futureField":{"a":[1]},
          "scopeSpans":[{"scope":{"name":"my.library","version":"1.0.0"},"spans":[
            {"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"EEE19B7EC3C1B174","parentSpanId":"EEE19B7EC3C1B173",
             "name":"I'm a server span","startTimeUnixNano":"1544712660000000000","endTimeUnixNano":1544712661000000000,"kind":2,
             "attributes":[
               {"key":"my.text","value":{"stringValue":"ä \"quoted\""}},
               {"key":"my.int","value":{"intValue":"9007199254740993"}},
               {"key":"my.small","value":{"intValue":7}},
               {"key":"my.double","value":{"doubleValue":2}},
               {"key":"my.list","value":{"arrayValue":{"values":[{"stringValue":"a"},{"boolValue":true}]}}},
               {"key":"my.bytes","value":{"bytesValue":"AQID"}}],
             "events":[{"timeUnixNano":"1544712660500000000","name":"halfway","attributes":[{"key":"n","value":{"intValue":1}}]}],
             "links":[{"traceId":"00000000000000000000000000000001","spanId":"0000000000000002"}],
             "status":{"code":2,"message":"broken"}}]}]}]}
        """;

    [Fact]
    public async Task Json_Spans_AreReadByTheRulesOfOtlp()
    {
        await using var host = await DashboardHost.StartAsync();

        using var answer = await PostAsync(host, "/v1/traces", Json(Spans));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("{}");
        await host.StatsAsync(stats => stats.Spans == 1);
        TraceId.TryParse(TraceIdText, out var id).ShouldBeTrue();
        var trace = await host.Services.GetRequiredService<ITraceQueries>().FindAsync(id, TestContext.Current.CancellationToken);
        var span = trace.ShouldNotBeNull().Spans.ShouldHaveSingleItem();
        span.Resource.Key.Service.ShouldBe("my.service");
        span.Scope.ShouldBe("my.library");
        span.SpanId.ToString().ShouldBe("eee19b7ec3c1b174");
        span.ParentSpanId.ToString().ShouldBe("eee19b7ec3c1b173");
        span.Kind.ShouldBe(SpanKind.Server);
        (span.Status, span.StatusMessage).ShouldBe((SpanStatus.Error, "broken"));
        span.Start.ShouldBe(new DateTimeOffset(2018, 12, 13, 14, 51, 0, TimeSpan.Zero));
        span.Duration.ShouldBe(TimeSpan.FromSeconds(1));
        span.Tags.ShouldBe([
            new("my.text", "ä \"quoted\""), new("my.int", 9007199254740993), new("my.small", 7L), new("my.double", 2.0),
            new("my.list", """["a",true]"""), new("my.bytes", "AQID")]);
        var halfway = span.Events.ShouldHaveSingleItem();
        (halfway.Name, halfway.Time).ShouldBe(("halfway", new DateTimeOffset(2018, 12, 13, 14, 51, 0, 500, TimeSpan.Zero)));
        halfway.Tags.ShouldBe([new("n", 1L)]);
        span.Links.ShouldHaveSingleItem().TraceId.ToString().ShouldBe("00000000000000000000000000000001");
    }

    [Fact]
    public async Task Json_LogsAndMetrics_AreTaken()
    {
        await using var host = await DashboardHost.StartAsync();

        using var logs = await PostAsync(host, "/v1/logs", Json($$$"""
            {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1544712660300000000","severityNumber":10,
              "body":{"stringValue":"hello"},"traceId":"{{{TraceIdText}}}","spanId":"eee19b7ec3c1b174"}]}]}]}
            """));
        using var metrics = await PostAsync(host, "/v1/metrics", Json("""
            {"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"my.counter","sum":{"aggregationTemporality":1,"isMonotonic":true,
              "dataPoints":[{"asDouble":5,"timeUnixNano":"1544712660300000000"},{"asInt":"6","timeUnixNano":"1544712661300000000"}]}}]}]}]}
            """));

        (logs.StatusCode, metrics.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        await host.StatsAsync(stats => stats is { Logs: 1, MetricPoints: 2 });
        TraceId.TryParse(TraceIdText, out var id).ShouldBeTrue();
        var row = (await host.Services.GetRequiredService<ILogQueries>().OfTraceAsync(id, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        (row.Message, row.Severity).ShouldBe(("hello", 10));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Protobuf_PackedOrNot_IsTaken(bool isPacked)
    {
        await using var host = await DashboardHost.StartAsync();
        var bytes = SpanScript.Request(0, 800).ToByteArray();

        using var answer = await PostAsync(host, "/v1/traces", isPacked ? Packed(bytes) : Protobuf(bytes));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-protobuf");
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await host.StatsAsync(stats => stats.Spans == 800);
    }

    [Theory]
    [InlineData("""{"traceId":"5b8efff798038103d269b633813fc60z"}""", "traceId: must be 32 hexadecimal digits.")]
    [InlineData("""{"traceId":"5b8efff7"},{"traceId":"5b8efff7980381"}""", "resourceSpans[0].scopeSpans[0].spans[0].traceId: must be 32 hexadecimal digits.")]
    [InlineData("""{"traceId":""},{"span_id":"not an id"}""", "resourceSpans[0].scopeSpans[0].spans[1].span_id: must be 16 hexadecimal digits.")]
    [InlineData("""{"links":[{"spanId":"eee19b7ec3c1b17"}]}""", "resourceSpans[0].scopeSpans[0].spans[0].links[0].spanId: must be 16 hexadecimal digits.")]
    public async Task Json_IdThatIsNone_IsNamed(string spans, string expected)
    {
        await using var host = await DashboardHost.StartAsync();

        using var answer = await PostAsync(host, "/v1/traces", Json($$"""{"resourceSpans":[{"scopeSpans":[{"spans":[{{spans}}]}]}]}"""));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var status = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        status.GetProperty("message").GetString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"xyz!"}]}]}]}""")]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"abcdefgh"}]}]}]}""")]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"startTimeUnixNano":"soon"}]}]}]}""")]
    [InlineData("""{"resourceSpans":7}""")]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"\ud800"}]}]}]}""")]
    [InlineData("""{"\ud800":1,"resourceSpans":7}""")]
    [InlineData("""{"resourceSpans":[""")]
    [InlineData("")]
    public async Task Json_ThatIsNone_IsABadRequestInTheShapeOfAStatus(string text)
    {
        await using var host = await DashboardHost.StartAsync();

        using var answer = await PostAsync(host, "/v1/traces", Json(text));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var status = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        status.GetProperty("code").GetInt32().ShouldBe(3);
        status.GetProperty("message").GetString()!.ShouldNotContain("   at ");
        (await host.StatsAsync()).Spans.ShouldBe(0);
    }

    [Theory]
    [InlineData("/v1/traces")]
    [InlineData("/v1/logs")]
    [InlineData("/v1/metrics")]
    public async Task Protobuf_ThatIsNone_IsABadRequestInTheShapeOfAStatus(string path)
    {
        await using var host = await DashboardHost.StartAsync();

        using var answer = await PostAsync(host, path, Protobuf([0x0A, 0x7F, 0x01]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var status = Dashboard.Otlp.Wire.Rpc.Status.Parser.ParseFrom(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        status.Code.ShouldBe(3);
        status.Message.ShouldStartWith("The request is no valid protobuf");
    }

    [Fact]
    public async Task Refusals_NameWhatIsAllowed()
    {
        await using var host = await DashboardHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.OtlpHttp };

        using var asText = await PostAsync(host, "/v1/traces", new StringContent("{}", Encoding.UTF8, "text/plain"));
        using var asked = await client.GetAsync(new Uri("/v1/traces", UriKind.Relative), TestContext.Current.CancellationToken);
        using var elsewhere = await client.GetAsync(new Uri("/api/runs", UriKind.Relative), TestContext.Current.CancellationToken);
        using var notPacked = new ByteArrayContent([1, 2, 3]);
        notPacked.Headers.ContentType = new("application/x-protobuf");
        notPacked.Headers.ContentEncoding.Add("gzip");
        using var broken = await PostAsync(host, "/v1/traces", notPacked);

        asText.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        asked.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        broken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task PartialSuccess_IsSaidInJson()
    {
        await using var host = await DashboardHost.StartAsync();

        using var answer = await PostAsync(host, "/v1/traces", Json("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"without id"}]}]}]}"""));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var partial = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("partialSuccess");
        partial.GetProperty("rejectedSpans").GetString().ShouldBe("1");
        partial.GetProperty("errorMessage").GetString().ShouldNotBeNullOrEmpty();
        (await host.StatsAsync()).Refused.ShouldBe(1);
    }

    [Fact]
    public async Task StoreStandsStill_IsTooManyRequestsWithRetryAfter()
    {
        using var stuck = new StuckStore();
        await using var host = await DashboardHost.StartAsync(
            ["--Dashboard:Limits:MaxWaiting=100"], builder => builder.Services.AddSingleton<ITelemetryStore<SpanBatch>>(stuck));
        using var taken = await PostAsync(host, "/v1/traces", Protobuf(SpanScript.Request(0, 80).ToByteArray()));

        using var refused = await PostAsync(host, "/v1/traces", Protobuf(SpanScript.Request(1, 80).ToByteArray()));

        stuck.Release();
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await host.StatsAsync()).Refused.ShouldBe(80);
    }

    [Fact]
    public async Task ApiKey_IsAskedForAsOfAspiresDashboard()
    {
        await using var host = await DashboardHost.StartAsync(["--Dashboard:Otlp:AuthMode=ApiKey", "--Dashboard:Otlp:PrimaryApiKey=the key"]);

        using var without = await PostAsync(host, "/v1/traces", Json(Spans));
        using var with = await PostAsync(host, "/v1/traces", Json(Spans), "the key");

        without.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        with.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://shop.example", true)]
    [InlineData("https://other.example", false)]
    public async Task Cors_OnlyAllowedOriginsMaySend(string origin, bool isAllowed)
    {
        await using var host = await DashboardHost.StartAsync(
            ["--Dashboard:Otlp:Cors:AllowedOrigins=https://shop.example,https://www.shop.example", "--Dashboard:Otlp:PrimaryApiKey=the key"]);
        using var client = new HttpClient { BaseAddress = host.OtlpHttp };
        using var question = new HttpRequestMessage(HttpMethod.Options, "/v1/traces");
        question.Headers.Add("Origin", origin);
        question.Headers.Add("Access-Control-Request-Method", "POST");
        question.Headers.Add("Access-Control-Request-Headers", "content-type,x-otlp-api-key");

        using var answer = await client.SendAsync(question, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins).ShouldBe(isAllowed);
        origins.ShouldBe(isAllowed ? [origin] : null);
        answer.Headers.Contains("Access-Control-Allow-Headers").ShouldBe(isAllowed);
    }

    [Fact]
    public async Task SentAgain_IsSaidInJson()
    {
        await using var host = await DashboardHost.StartAsync();
        const string Logs = """{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{"stringValue":"hello"}}]}]}]}""";

        using var first = await PostAsync(host, "/v1/logs", Json(Logs));
        using var second = await PostAsync(host, "/v1/logs", Json(Logs));

        (await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("{}");
        var success = JsonDocument.Parse(await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("partialSuccess");
        success.GetProperty("rejectedLogRecords").GetString().ShouldBe("0");
        success.GetProperty("errorMessage").GetString().ShouldBe(OnceSignal.Warning);
        (await host.StatsAsync()).Logs.ShouldBe(1);
    }

    private static async Task<HttpResponseMessage> PostAsync(DashboardHost host, string path, HttpContent content, string? key = null)
    {
        using var client = new HttpClient { BaseAddress = host.OtlpHttp };
        using (content)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            if (key is not null)
            {
                request.Headers.Add("x-otlp-api-key", key);
            }

            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static ByteArrayContent Protobuf(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        return content;
    }

    private static ByteArrayContent Packed(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        var content = Protobuf(buffer.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }
}
