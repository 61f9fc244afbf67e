using System.Net;
using System.Net.Sockets;
using LoadGenerator.Playing;
using Microsoft.Extensions.Time.Testing;
using Scenarios.Scripts;
using ServiceDefaults.Clock;

namespace LoadGenerator.Tests.Playing;

public sealed class VirtualUserTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly RecordingHandler _server = new();
    private readonly List<(RequestOutcome Outcome, string? Reason)> _ended = [];
    private readonly CancellationTokenSource _cutOff = new();

    [Theory]
    [InlineData("http://a.test", "http://a.test/notify")]
    [InlineData("http://a.test/base/", "http://a.test/base/notify")]
    [InlineData("http://a.test/base", "http://a.test/base/notify")]
    public async Task Run_Path_GoesBelowTheTarget(string target, string address)
    {
        await Run(target, new RequestStep { Method = "POST", Url = "/notify" });

        _server.Seen.ShouldHaveSingleItem().Address.ShouldBe(address);
    }

    [Fact]
    public async Task Run_AddressOfItsOwn_GoesThere()
    {
        await Run("http://a.test", new RequestStep { Method = "GET", Url = "http://b.test/x?y=1" });

        _server.Seen.ShouldHaveSingleItem().ShouldBe(new Seen("GET", "http://b.test/x?y=1", null, "", ""));
    }

    [Fact]
    public async Task Run_Json_IsSentAsJson()
    {
        await Run("http://a.test", new RequestStep { Method = "POST", Url = "/n", Json = "{}"u8.ToArray() });

        _server.Seen.ShouldHaveSingleItem().ShouldBe(new Seen("POST", "http://a.test/n", "application/json", "{}", ""));
    }

    [Fact]
    public async Task Run_Headers_AreSentAndMayChangeTheContentsType()
    {
        await Run("http://a.test", new RequestStep
        {
            Method = "POST",
            Url = "/n",
            Json = "{}"u8.ToArray(),
            Headers = new Dictionary<string, string> { ["x-one"] = "1", ["Content-Type"] = "application/vnd.a+json" },
        });

        _server.Seen.ShouldHaveSingleItem().ShouldBe(new Seen("POST", "http://a.test/n", "application/vnd.a+json", "{}", "1"));
    }

    [Theory]
    [InlineData(200, RequestOutcome.Accepted)]
    [InlineData(202, RequestOutcome.Accepted)]
    [InlineData(302, RequestOutcome.Rejected)]
    [InlineData(400, RequestOutcome.Rejected)]
    [InlineData(503, RequestOutcome.Rejected)]
    internal async Task Run_Answer_IsCountedByItsStatus(int status, RequestOutcome outcome)
    {
        _server.Status = (HttpStatusCode)status;

        await Run("http://a.test", new RequestStep { Method = "GET", Url = "/" });

        _ended.ShouldBe([(outcome, null)]);
    }

    [Fact]
    public async Task Run_RejectedStep_GoesOn()
    {
        _server.Status = HttpStatusCode.BadRequest;

        await Run("http://a.test", new RequestStep { Method = "GET", Url = "/1" }, new RequestStep { Method = "GET", Url = "/2" });

        _server.Seen.Select(seen => seen.Address).ShouldBe(["http://a.test/1", "http://a.test/2"]);
    }

    [Fact]
    public async Task Run_StepWithoutAnswer_Ends()
    {
        _server.Failure = new HttpRequestException("refused");

        await Run("http://a.test", new RequestStep { Method = "GET", Url = "/1" }, new RequestStep { Method = "GET", Url = "/2" });

        _ended.ShouldBe([(RequestOutcome.Failed, "refused")]);
    }

    [Fact]
    public async Task Run_NoAnswerInTime_FailsOnTheSimulatedClock()
    {
        _server.Hangs = true;
        var run = Run("http://a.test", new RequestStep { Method = "GET", Url = "/" });

        _clock.Advance(TimeSpan.FromSeconds(9.9));
        run.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await run.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);

        _ended.ShouldBe([(RequestOutcome.Failed, "no answer in 10 s")]);
    }

    [Fact]
    public async Task Run_NoAnswerOnAFastClock_FailsNoSoonerThanHttpNeeds()
    {
        _server.Hangs = true;
        var run = Run(new AcceleratedTimeProvider(50, real: _clock), "http://a.test", new RequestStep { Method = "GET", Url = "/" });

        _clock.Advance(TimeSpan.FromSeconds(9.9));
        run.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await run.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);

        _ended.ShouldBe([(RequestOutcome.Failed, "no answer in 500 simulated seconds (10 s real)")]);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, SocketError.ConnectionRefused, RequestOutcome.NotConnected, "connection refused by a.test: nobody listens there")]
    [InlineData(HttpRequestError.NameResolutionError, SocketError.HostNotFound, RequestOutcome.NotConnected, "no host is known as a.test")]
    [InlineData(HttpRequestError.ResponseEnded, SocketError.ConnectionReset, RequestOutcome.Failed, null)]
    internal async Task Run_NoConnection_IsToldFromNoAnswer(HttpRequestError error, SocketError socket, RequestOutcome outcome, string? reason)
    {
        var inner = new SocketException((int)socket);
        _server.Failure = new HttpRequestException(error, "failed", inner);

        await Run("http://a.test", new RequestStep { Method = "GET", Url = "/1" }, new RequestStep { Method = "GET", Url = "/2" });

        _ended.ShouldBe([(outcome, reason ?? inner.Message)]);
    }

    [Fact]
    public async Task Run_CutOff_FailsAtOnce()
    {
        _server.Hangs = true;
        var run = Run("http://a.test", new RequestStep { Method = "GET", Url = "/" });

        await _cutOff.CancelAsync();
        await run.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);

        _ended.ShouldBe([(RequestOutcome.Failed, "cut off")]);
    }

    [Fact]
    public async Task Run_Think_WaitsOnTheSimulatedClock()
    {
        var run = Run("http://a.test", new ThinkStep(TimeSpan.FromSeconds(5)), new RequestStep { Method = "GET", Url = "/" });

        _clock.Advance(TimeSpan.FromSeconds(4.9));
        _server.Seen.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await run.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);

        _server.Seen.ShouldHaveSingleItem();
    }

    public void Dispose()
    {
        _server.Dispose();
        _cutOff.Dispose();
    }

    private Task Run(string target, params FlowStep[] flow) => Run(_clock, target, flow);

    private async Task Run(TimeProvider clock, string target, params FlowStep[] flow)
    {
        using var client = new HttpClient(_server, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        var script = Scripted.Orders(Scripted.Level(1, seconds: 1)) with { Flow = flow };
        await new VirtualUser(script, new Uri(target), client, clock).RunAsync((outcome, reason) => _ended.Add((outcome, reason)), _cutOff.Token);
    }

    private sealed record Seen(string Method, string Address, string? ContentType, string Body, string One);

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public List<Seen> Seen { get; } = [];

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public Exception? Failure { get; set; }

        public bool Hangs { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add(new Seen(
                request.Method.Method,
                request.RequestUri!.ToString(),
                request.Content?.Headers.ContentType?.ToString(),
                request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "",
                request.Headers.TryGetValues("x-one", out var values) ? values.Single() : ""));
            if (Hangs)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            return Failure is null ? new HttpResponseMessage(Status) : throw Failure;
        }
    }
}
