using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoadGenerator.Runs;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LoadGenerator.Tests.Api;

public class RunApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_Scenario_PlaysItAndTellsWhatBecameOfIt()
    {
        await using var server = await TargetServer.StartAsync();
        await using var service = Service(server.Address, speed: 100);
        using var client = service.CreateClient();

        using var answer = await client.PostAsJsonAsync("/runs", new { scenario = "smoke" }, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var created = (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!;
        answer.Headers.Location!.ToString().ShouldBe($"/runs/{created["id"]}");
        ((string)created["state"]!).ShouldBe("running");

        var run = await UntilEnded(client, (string)created["id"]!);
        ((string)run["state"]!).ShouldBe("completed");
        ((string)run["scenario"]!).ShouldBe("smoke");
        ((string)run["phaseName"]!).ShouldBe("push");
        run.Where(pair => pair.Value?.GetValueKind() == JsonValueKind.Number).Select(pair => pair.Key).ShouldBe(
            ["phase", "planned", "started", "finished", "accepted", "rejected", "failed", "skipped",
                "elapsedSeconds", "durationSeconds", "maxLagMilliseconds", "p99LagMilliseconds"]);
        (Number(run, "planned"), Number(run, "started"), Number(run, "finished"), Number(run, "accepted")).ShouldBe((260, 260, 260, 260));
        (Number(run, "phase"), Number(run, "durationSeconds")).ShouldBe((1, 50));
        server.Requests.Count.ShouldBe(260);
        server.Requests.Select(request => request.TraceParent.Split('-')[1]).Distinct().Count().ShouldBe(260);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "evil.example")]
    public async Task Post_OfAForeignPage_IsRefusedAndPlaysNothing(string header, string value)
    {
        await using var service = Service(new Uri("http://127.0.0.1:1"), speed: 1);
        using var client = service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/runs") { Content = JsonContent.Create(new { scenario = "smoke" }) };
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await client.SendAsync(request, Token);

        await ProblemOf(answer, HttpStatusCode.Forbidden);
        (await client.GetAsync(new Uri("/runs/current", UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_OneUnderWay_IsAConflictThatNamesIt()
    {
        await using var server = await TargetServer.StartAsync();
        await using var service = Service(server.Address, speed: 1);
        using var client = service.CreateClient();
        using var first = await client.PostAsJsonAsync("/runs", new { scenario = "readme" }, Token);
        var id = (string)(await first.Content.ReadFromJsonAsync<JsonObject>(Token))!["id"]!;

        using var second = await client.PostAsJsonAsync("/runs", new { scenario = "readme" }, Token);

        var problem = await ProblemOf(second, HttpStatusCode.Conflict);
        ((string)problem["detail"]!).ShouldBe($"Run {id} of readme is under way; DELETE /runs/{id} stops it.");
        ((string)problem["runId"]!).ShouldBe(id);
    }

    [Fact]
    public async Task Delete_UnderWay_StopsItAndMakesRoomForAnother()
    {
        await using var server = await TargetServer.StartAsync();
        await using var service = Service(server.Address, speed: 20);
        using var client = service.CreateClient();
        using var first = await client.PostAsJsonAsync("/runs", new { scenario = "talk" }, Token);

        using var deleted = await client.DeleteAsync(first.Headers.Location, Token);
        using var second = await client.PostAsJsonAsync("/runs", new { scenario = "smoke" }, Token);

        deleted.StatusCode.ShouldBe(HttpStatusCode.OK);
        var run = (await deleted.Content.ReadFromJsonAsync<JsonObject>(Token))!;
        ((string)run["state"]!).ShouldBe("cancelled");
        Number(run, "finished").ShouldBe(Number(run, "started"));
        Number(run, "started").ShouldBeLessThan(Number(run, "planned"));
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Delete_Ended_LeavesItAsItIs()
    {
        await using var server = await TargetServer.StartAsync();
        await using var service = Service(server.Address, speed: 100);
        using var client = service.CreateClient();
        using var answer = await client.PostAsJsonAsync("/runs", new { scenario = "smoke" }, Token);
        await UntilEnded(client, answer.Headers.Location!.ToString().Split('/')[^1]);

        using var deleted = await client.DeleteAsync(answer.Headers.Location, Token);

        ((string)(await deleted.Content.ReadFromJsonAsync<JsonObject>(Token))!["state"]!).ShouldBe("completed");
    }

    [Theory]
    [InlineData("""{"scenario":"reedme"}""", "scenario = \"reedme\": must be one of readme, smoke, talk.")]
    [InlineData("""{"scenario":"../smoke"}""", "scenario = \"../smoke\": must be one of readme, smoke, talk.")]
    [InlineData("""{"scenario":null}""", "scenario = null: must be one of readme, smoke, talk.")]
    [InlineData("{}", "scenario = null: must be one of readme, smoke, talk.")]
    [InlineData("""{"scenario":"smoke","speed":5}""", Shape)]
    [InlineData("""{"scenario":5}""", Shape)]
    [InlineData("[]", Shape)]
    [InlineData("null", Shape)]
    [InlineData("", Shape)]
    [InlineData("{", Shape)]
    public async Task Post_NotAScenario_IsAProblemThatSaysWhatIsAllowed(string body, string detail)
    {
        await using var service = Service(new Uri("http://127.0.0.1:9"), speed: 100);
        using var client = service.CreateClient();

        using var answer = await client.PostAsync("/runs", new StringContent(body, Encoding.UTF8, "application/json"), Token);

        ((string)(await ProblemOf(answer, HttpStatusCode.BadRequest))["detail"]!).ShouldBe(detail);
    }

    [Theory]
    [InlineData(16 * 1024, HttpStatusCode.BadRequest)]
    [InlineData((16 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1024 * 1024, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Post_LongBody_IsRefusedWhetherItSaysItsLengthOrNot(int length, HttpStatusCode status)
    {
        await using var service = Service(new Uri("http://127.0.0.1:9"), speed: 100);
        using var client = service.CreateClient();
        var body = Encoding.UTF8.GetBytes("""{"scenario":"none"}""".PadRight(length));

        using var chunked = await client.PostAsync("/runs", new StreamContent(PipeReader.Create(new ReadOnlySequence<byte>(body)).AsStream()), Token);
        using var measured = await client.PostAsync("/runs", new ByteArrayContent(body), Token);

        await ProblemOf(chunked, status);
        await ProblemOf(measured, status);
    }

    [Theory]
    [InlineData("GET", "/runs/none", 404)]
    [InlineData("DELETE", "/runs/none", 404)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("PUT", "/runs", 405)]
    public async Task Any_NothingThere_IsAProblem(string method, string path, int status)
    {
        await using var service = Service(new Uri("http://127.0.0.1:9"), speed: 100);
        using var client = service.CreateClient();

        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Token);

        await ProblemOf(answer, (HttpStatusCode)status);
    }

    [Fact]
    public async Task Get_Root_TellsWhatTheServiceIs()
    {
        await using var service = Service(new Uri("http://127.0.0.1:9"), speed: 100);
        using var client = service.CreateClient();

        var description = (await client.GetFromJsonAsync<JsonObject>("/", Token))!;

        ((string)description["service"]!).ShouldBe("LoadGenerator");
        description["scenarios"]!.AsArray().Select(name => (string)name!).ShouldBe(["readme", "smoke", "talk"]);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Get_Health_IsHealthy(string path)
    {
        await using var service = Service(new Uri("http://127.0.0.1:9"), speed: 100);
        using var client = service.CreateClient();

        (await client.GetStringAsync(path, Token)).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Stop_RunUnderWay_EndsOrderly()
    {
        await using var server = await TargetServer.StartAsync();
        var service = Service(server.Address, speed: 20);
        using var client = service.CreateClient();
        using var answer = await client.PostAsJsonAsync("/runs", new { scenario = "talk" }, Token);

        var run = service.Services.GetRequiredService<RunDesk>().Find(answer.Headers.Location!.ToString().Split('/')[^1])!;

        await service.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Token);

        var view = run.View();
        (view.State, view.Finished, view.Accepted).ShouldBe((RunState.Cancelled, view.Started, view.Started));
        server.Started.ShouldBe((int)view.Started);
    }

    [Fact]
    public async Task Post_NoTargetGiven_FindsNotificationApiByServiceDiscovery()
    {
        await using var server = await TargetServer.StartAsync();
        await using var service = Service(new Uri("http://notification-api"), speed: 100, ("services:notification-api:http:0", server.Address.ToString()));
        using var client = service.CreateClient();

        using var answer = await client.PostAsJsonAsync("/runs", new { scenario = "smoke" }, Token);
        var run = await UntilEnded(client, answer.Headers.Location!.ToString().Split('/')[^1]);

        (Number(run, "accepted"), server.Started).ShouldBe((260, 260));
    }

    private const string Shape = "The body must be a JSON object with scenario and nothing else, as in {\"scenario\": \"readme\"}.";

    private static WebApplicationFactory<Program> Service(Uri target, double speed, (string Key, string Value) more = default) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting(more.Key ?? "none", more.Value)
            .UseSetting("Load:Target", target.ToString())
            .UseSetting("Clock:Speed", speed.ToString(CultureInfo.InvariantCulture))
            .UseSetting("Logging:LogLevel:Default", "Warning"));

    private static async Task<JsonObject> UntilEnded(HttpClient client, string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (true)
        {
            var run = (await client.GetFromJsonAsync<JsonObject>($"/runs/{id}", patience.Token))!;
            if ((string)run["state"]! != "running")
            {
                return run;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    private static async Task<JsonObject> ProblemOf(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!;
        ((int)problem["status"]!).ShouldBe((int)status);
        problem["title"].ShouldNotBeNull();
        return problem;
    }

    private static double Number(JsonObject run, string key) => (double)run[key]!;
}
