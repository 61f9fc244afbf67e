using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Dashboard.Tests.Api;

public sealed class RunsApiTests
{
    [Fact]
    public async Task Current_BeforeAnyRun_IsAProblem()
    {
        await using var host = await DashboardHost.StartAsync();

        foreach (var path in new[] { "/api/runs/current", "/api/runs/current/report", "/api/runs/unknown", "/api/traces/0102030405060708090a0b0c0d0e0f10" })
        {
            await ShouldBeProblemAsync(await host.Api.GetAsync(path, TestContext.Current.CancellationToken), HttpStatusCode.NotFound);
        }

        await ShouldBeProblemAsync(await PostAsync(host, "/api/runs/current/finish", """{"drained":true}"""), HttpStatusCode.NotFound);
        (await GetAsync(host, "/api/runs")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("", "json", "application/json")]
    [InlineData("/minutes.csv", "csv", "text/csv")]
    [InlineData("/telemetry.duckdb", "duckdb", "application/octet-stream")]
    public async Task Export_OfARun_NamesTheFile(string path, string extension, string type)
    {
        await using var host = await DashboardHost.StartAsync();
        using var begun = await PostAsync(host, "/api/runs", """{"scenario":"my \"talk\"","flowControl":true}""");
        var run = await ReadAsync(begun);
        using var finished = await PostAsync(host, "/api/runs/current/finish", """{"drained":true}""");

        using var answer = await host.Api.GetAsync($"/api/runs/{run.GetProperty("id").GetString()}{path}", TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        var named = answer.Content.Headers.ContentDisposition.ShouldNotBeNull();
        named.DispositionType.ShouldBe("attachment");
        named.FileName!.Trim('"').ShouldBe(
            string.Create(CultureInfo.InvariantCulture, $"run-my--talk--{run.GetProperty("startedAt").GetDateTimeOffset():yyyy-MM-dd'T'HH-mm-ss'Z'}.{extension}"));
    }

    [Fact]
    public async Task Run_FromBeginToFinish_IsAnsweredAndListed()
    {
        await using var host = await DashboardHost.StartAsync();

        using var begun = await PostAsync(host, "/api/runs", """{"scenario":"talk","flowControl":true,"speed":10,"seed":3}""");
        begun.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await ReadAsync(begun)).GetProperty("id").GetString()!;
        var live = await GetAsync(host, "/api/runs/current");
        live.GetProperty("id").GetString().ShouldBe(id);
        live.GetProperty("finished").GetBoolean().ShouldBeFalse();
        live.GetProperty("settled").GetBoolean().ShouldBeFalse();
        live.GetProperty("rates").GetProperty("retries").GetDouble().ShouldBe(0);
        live.GetProperty("pendingEvents").GetInt64().ShouldBe(0);

        using var finished = await PostAsync(host, "/api/runs/current/finish", """{"drained":true,"load":{"planned":5,"started":5,"finished":5,"accepted":5}}""");
        finished.StatusCode.ShouldBe(HttpStatusCode.OK);
        var report = await ReadAsync(finished);
        report.GetProperty("scenario").GetString().ShouldBe("talk");
        report.GetProperty("flowControl").GetBoolean().ShouldBeTrue();
        report.GetProperty("speed").GetDouble().ShouldBe(10);
        report.GetProperty("seed").GetInt32().ShouldBe(3);
        report.GetProperty("drained").GetBoolean().ShouldBeTrue();
        report.GetProperty("load").GetProperty("planned").GetInt64().ShouldBe(5);
        report.GetProperty("minutes")[0].GetProperty("minute").GetInt32().ShouldBe(0);
        report.GetProperty("warnings").GetArrayLength().ShouldBe(1, "no order ledger is there to be asked");

        using var again = await PostAsync(host, "/api/runs/current/finish", """{"drained":false}""");
        (await ReadAsync(again)).GetProperty("drained").GetBoolean().ShouldBeTrue("a report once frozen stays");
        (await GetAsync(host, "/api/runs/current/report")).GetProperty("drained").GetBoolean().ShouldBeTrue();
        (await GetAsync(host, "/api/runs/current")).GetProperty("finished").GetBoolean().ShouldBeTrue();
        (await GetAsync(host, "/api/runs"))[0].GetProperty("id").GetString().ShouldBe(id);
        (await GetAsync(host, $"/api/runs/{id}")).GetProperty("report").GetProperty("seed").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Begin_WhileAnotherIsOn_FinishesThatAsNotDrained()
    {
        await using var host = await DashboardHost.StartAsync();
        (await PostAsync(host, "/api/runs", """{"scenario":"readme"}""")).Dispose();

        using var second = await PostAsync(host, "/api/runs", """{"scenario":"talk"}""");

        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        var former = (await GetAsync(host, "/api/runs"))[0].GetProperty("report");
        former.GetProperty("scenario").GetString().ShouldBe("readme");
        former.GetProperty("drained").GetBoolean().ShouldBeFalse();
        former.GetProperty("warnings").GetArrayLength().ShouldBe(1);
        (await GetAsync(host, "/api/runs/current")).GetProperty("scenario").GetString().ShouldBe("talk");
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"scenario":"talk","speed":1000}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"scenario":"talk","speed":"fast"}""", HttpStatusCode.BadRequest)]
    public async Task Begin_BadBody_IsAProblem(string body, HttpStatusCode expected)
    {
        await using var host = await DashboardHost.StartAsync();

        await ShouldBeProblemAsync(await PostAsync(host, "/api/runs", body), expected);
    }

    [Fact]
    public async Task Begin_FromAForm_IsRefused()
    {
        await using var host = await DashboardHost.StartAsync();
        using var body = new StringContent("""{"scenario":"talk"}""", Encoding.UTF8, "text/plain");

        var answer = await host.Api.PostAsync("/api/runs", body, TestContext.Current.CancellationToken);

        await ShouldBeProblemAsync(answer, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Api_UnknownMethodOrPath_IsAProblem()
    {
        await using var host = await DashboardHost.StartAsync();

        await ShouldBeProblemAsync(await host.Api.DeleteAsync("/api/runs", TestContext.Current.CancellationToken), HttpStatusCode.MethodNotAllowed);
        await ShouldBeProblemAsync(await host.Api.GetAsync("/api/nothing", TestContext.Current.CancellationToken), HttpStatusCode.NotFound);
        await ShouldBeProblemAsync(await host.Api.GetAsync("/api/traces?limit=0", TestContext.Current.CancellationToken), HttpStatusCode.BadRequest);
        await ShouldBeProblemAsync(await host.Api.GetAsync("/api/traces/xyz", TestContext.Current.CancellationToken), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("POST", "/api/runs", "[]", "scenario")]
    [InlineData("POST", "/api/runs", "null", "scenario")]
    [InlineData("POST", "/api/runs/current/finish", "{", "drained")]
    [InlineData("PATCH", "/api/runs/x", "7", "name")]
    [InlineData("PUT", "/api/flow-control", "{\"enabled\":\"yes\"}", "enabled")]
    [InlineData("GET", "/api/traces?limit=many", null, "address")]
    [InlineData("GET", "/api/nothing", null, "/api/nothing")]
    [InlineData("DELETE", "/api/runs", null, "does not answer to DELETE")]
    public async Task Api_BadRequest_SaysInASentenceWhatIsExpected_ToABrowserToo(string method, string path, string? body, string expected)
    {
        await using var host = await DashboardHost.StartAsync();
        using var request = new HttpRequestMessage(new(method), path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("text/html");

        var answer = await host.Api.SendAsync(request, TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        ((int)answer.StatusCode).ShouldBeInRange(400, 405);
        (await ReadAsync(answer)).GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(expected);
    }

    [Fact]
    public async Task Page_Unknown_IsAPageForABrowser()
    {
        await using var host = await DashboardHost.StartAsync(["--Dashboard:Frontend:AuthMode=Unsecured"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing");
        request.Headers.Accept.ParseAdd("text/html,*/*;q=0.8");

        var answer = await host.Api.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("blazor.web");
    }

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("localhost:18888", true)]
    [InlineData("dashboard.localhost", true)]
    [InlineData("[::1]:18888", true)]
    public async Task Api_HostHeader_MustNameThisMachine(string name, bool isAnswered)
    {
        await using var host = await DashboardHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/runs");
        request.Headers.Host = name;

        var answer = await host.Api.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(isAnswered ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Health_Answers()
    {
        await using var host = await DashboardHost.StartAsync();

        (await host.Api.GetAsync("/health", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Api.GetAsync("/alive", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task ShouldBeProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("application/problem+json"));
        (await ReadAsync(answer)).GetProperty("status").GetInt32().ShouldBe((int)status);
    }

    private static async Task<HttpResponseMessage> PostAsync(DashboardHost host, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await host.Api.PostAsync(path, body, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> GetAsync(DashboardHost host, string path) =>
        await host.Api.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
