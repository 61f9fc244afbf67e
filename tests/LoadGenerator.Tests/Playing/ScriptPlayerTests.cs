using System.Globalization;
using LoadGenerator.Playing;
using LoadGenerator.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Scenarios.Scripts;
using ServiceDefaults;

namespace LoadGenerator.Tests.Playing;

public class ScriptPlayerTests
{
    [Fact]
    public async Task Play_Ramp_SendsExactlyWhatWasPlanned()
    {
        await using var server = await TargetServer.StartAsync();
        var ramp = new Phase { DurationSeconds = 20, StartRate = 0, EndRate = 50 };

        var view = await PlayAsync(server.Address, speed: 40, ramp, Scripted.Level(25, seconds: 4));

        (view.State, view.Planned, view.Started, view.Finished, view.Accepted).ShouldBe((RunState.Completed, 600, 600, 600, 600));
        (view.Rejected, view.Failed, view.Skipped, view.Failure).ShouldBe((0, 0, 0, null));
        server.Requests.Count.ShouldBe(600);
        server.Requests.ShouldAllBe(request => request.Method == "POST" && request.Path == "/notify"
            && request.ContentType == "application/json" && request.Body == """{"order_id":"a"}""");
        view.ElapsedSeconds.ShouldBeGreaterThanOrEqualTo(24);
        view.MaxLagMilliseconds.ShouldBeGreaterThanOrEqualTo(view.P99LagMilliseconds);
        view.MaxLagMilliseconds.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Play_SlowTarget_GoesOnSending()
    {
        var gate = new TaskCompletionSource();
        await using var server = await TargetServer.StartAsync(async (_, number) =>
        {
            if (number == 200)
            {
                gate.SetResult();
            }

            await gate.Task;
        });

        var view = await PlayAsync(server.Address, speed: 40, Scripted.Level(20, seconds: 10));

        // Nobody is answered before the last one has come: a closed loop would never get there.
        (view.Started, view.Accepted).ShouldBe((200, 200));
    }

    [Fact]
    public async Task Play_MaxVusersUnderWay_SkipsAndCounts()
    {
        using var release = new CancellationTokenSource();
        await using var server = await TargetServer.StartAsync((context, _) =>
            Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationTokenSource.CreateLinkedTokenSource(release.Token, context.RequestAborted).Token)
                .ContinueWith(_ => { }, TaskScheduler.Default));
        await using var player = new Player(speed: 40);
        using var run = player.Start(server.Address, Scripted.Level(10, seconds: 10, maxVusers: 7));

        await Eventually(() => run.View() is { Started: 7, Skipped: 93 });
        await release.CancelAsync();
        await run.Ended.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken);

        var view = run.View();
        (view.Planned, view.Started, view.Skipped, view.Accepted).ShouldBe((100, 7, 93, 7));
        server.Started.ShouldBe(7);
    }

    [Fact]
    public async Task Play_RejectedAndAccepted_AreCountedApart()
    {
        await using var server = await TargetServer.StartAsync((context, number) =>
        {
            context.Response.StatusCode = number % 4 == 0 ? 400 : 200;
            return Task.CompletedTask;
        });

        var view = await PlayAsync(server.Address, speed: 40, Scripted.Level(20, seconds: 10));

        (view.Accepted, view.Rejected, view.Failed).ShouldBe((150, 50, 0));
    }

    [Fact]
    public async Task Play_NobodyListens_CountsFailuresAndSaysWhy()
    {
        var server = await TargetServer.StartAsync();
        var address = server.Address;
        await server.DisposeAsync();

        var view = await PlayAsync(address, speed: 40, Scripted.Level(5, seconds: 4));

        (view.State, view.Started, view.Finished, view.Failed).ShouldBe((RunState.Completed, 20, 20, 20));
        view.Failure.ShouldBe($"connection refused by {address.Authority}: nobody listens there");
    }

    [Fact]
    public async Task Stop_UnderWay_SendsNoMoreAndWaitsForThoseUnderWay()
    {
        var gate = new TaskCompletionSource();
        await using var server = await TargetServer.StartAsync((_, _) => gate.Task);
        await using var player = new Player(speed: 40);
        using var run = player.Start(server.Address, Scripted.Level(10, seconds: 10_000));
        await Eventually(() => server.Started >= 10);

        run.Stop();
        await Eventually(() => run.View().Started == server.Started);
        var started = server.Started;
        run.Ended.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        await run.Ended.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken);

        var view = run.View();
        (view.State, view.Finished, view.Accepted).ShouldBe((RunState.Cancelled, view.Started, view.Started));
        server.Started.ShouldBe(started);
    }

    [Fact]
    public async Task Stop_TargetThatNeverAnswers_CutsOffAfterAWhile()
    {
        await using var server = await TargetServer.StartAsync(
            (context, _) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        await using var player = new Player(speed: 40, stopSeconds: 4);
        using var run = player.Start(server.Address, TimeSpan.FromHours(1), Scripted.Level(10, seconds: 10_000));
        await Eventually(() => server.Started >= 5);

        run.Stop();
        await run.Ended.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken);

        var view = run.View();
        (view.State, view.Failed, view.Failure).ShouldBe((RunState.Cancelled, view.Started, "cut off"));
    }

    [Fact]
    public async Task Play_EachUser_StartsATraceOfItsOwn()
    {
        await using var server = await TargetServer.StartAsync();
        using var around = new System.Diagnostics.Activity("around").Start();

        await PlayAsync(server.Address, speed: 40, Scripted.Level(10, seconds: 5));

        var traces = server.Requests.Select(request => request.TraceParent.Split('-')[1]).ToHashSet();
        traces.Count.ShouldBe(50);
        traces.ShouldNotContain(around.TraceId.ToHexString());
    }

    private static async Task<RunView> PlayAsync(Uri target, double speed, params Phase[] phases)
    {
        await using var player = new Player(speed);
        using var run = player.Start(target, phases);
        await run.Ended.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
        return run.View();
    }

    private static async Task Eventually(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>The parts of the load generator, as the service has them.</summary>
    private sealed class Player : IAsyncDisposable
    {
        private readonly IHost _host;

        public Player(double speed, double stopSeconds = 30)
        {
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "LoadGenerator" });
            builder.Configuration["Clock:Speed"] = speed.ToString(CultureInfo.InvariantCulture);
            builder.Configuration["Load:StopSeconds"] = stopSeconds.ToString(CultureInfo.InvariantCulture);
            builder.AddServiceDefaults(LoadMetrics.Source);
            builder.AddLoadGenerator();
            _host = builder.Build();
            _host.Start();
        }

        public LoadRun Start(Uri target, params Phase[] phases) => Start(target, TimeSpan.FromMinutes(10), phases);

        public LoadRun Start(Uri target, TimeSpan timeout, params Phase[] phases)
        {
            var run = new LoadRun(Scripted.Orders(phases) with { Timeout = timeout }, target, _host.Services.GetRequiredService<TimeProvider>());
            _ = _host.Services.GetRequiredService<ScriptPlayer>().PlayAsync(run);
            return run;
        }

        public async ValueTask DisposeAsync()
        {
            await _host.StopAsync();
            _host.Dispose();
        }
    }
}
