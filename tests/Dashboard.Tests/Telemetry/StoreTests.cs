using System.Security.Cryptography;
using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Store;
using Dashboard.Telemetry.Traces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dashboard.Tests.Telemetry;

public sealed class StoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500_000)]
    [InlineData(2)]
    [InlineData(0)]
    public async Task ListAsync_FiltersSortsAndPages(int window)
    {
        await using var host = await DashboardHost.StartAsync([$"--Dashboard:Store:TraceWindow={window}"]);
        var queries = host.Services.GetRequiredService<ITraceQueries>();
        await host.SendAsync(SpanScript.Request(
            Span(1, 1, "GET /a", milliseconds: 10),
            Span(1, 2, "SELECT", milliseconds: 5, parent: 1),
            Span(2, 3, "GET /b", milliseconds: 300, error: true, correlationId: "order-2"),
            Span(3, 4, "GET /a", milliseconds: 20)));
        await host.StatsAsync(stats => stats.Spans == 4);

        var bySpans = await queries.ListAsync(new() { Sort = TraceSort.Spans }, Cancel);
        var byDuration = await queries.ListAsync(new() { Sort = TraceSort.Duration, Limit = 1, Offset = 1 }, Cancel);
        var failed = await queries.ListAsync(new() { HasError = true }, Cancel);
        var slow = await queries.ListAsync(new() { MinimumDuration = TimeSpan.FromMilliseconds(15), HasError = false }, Cancel);
        var starts = await queries.StartsAsync(new() { HasError = false }, Cancel);
        var named = await queries.ListAsync(new() { Text = "select" }, Cancel);
        var ordered = await queries.ListAsync(new() { CorrelationId = "order-2" }, Cancel);
        var attributed = await queries.ListAsync(new() { Attribute = new("order.correlation_id", "order-2") }, Cancel);
        var elsewhere = await queries.ListAsync(new() { Resource = "another" }, Cancel);
        var beyond = await queries.ListAsync(new() { Offset = 10 }, Cancel);

        bySpans.Total.ShouldBe(3);
        var largest = bySpans.Items[0];
        (largest.Name, largest.Spans, largest.Service, largest.Duration).ShouldBe(("GET /a", 2, "tests", TimeSpan.FromMilliseconds(10)));
        largest.Services.ShouldBe([new("tests", 2, 0)]);
        byDuration.Items.ShouldHaveSingleItem().Duration.ShouldBe(TimeSpan.FromMilliseconds(20));
        byDuration.Total.ShouldBe(3);
        Numbers(failed).ShouldBe([2]);
        failed.Items[0].CorrelationId.ShouldBe("order-2");
        Numbers(slow).ShouldBe([3]);
        starts.ShouldHaveSingleItem().ShouldBe(new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000), 2, 0));
        Numbers(named).ShouldBe([1]);
        Numbers(ordered).ShouldBe([2]);
        Numbers(attributed).ShouldBe([2]);
        elsewhere.Items.ShouldBeEmpty();
        (beyond.Items.Count, beyond.Total).ShouldBe((0, 3));
    }

    [Fact]
    public async Task PageAsync_JumpsAnywhereInTheOrderOfTime()
    {
        await using var host = await DashboardHost.StartAsync();
        var queries = host.Services.GetRequiredService<ILogQueries>();
        await host.SendAsync(LogScript.Request([.. Enumerable.Range(0, 5_000).Reverse()]));
        await host.StatsAsync(stats => stats.Logs == 5_000);

        var page = await queries.PageAsync(new(), 3_000, 3, Cancel);
        var filtered = await queries.PageAsync(new() { Text = "RECORD 499", MinimumSeverity = 9 }, 0, 100, Cancel);
        var templates = await queries.TemplatesAsync(new(), 10, Cancel);

        page.Total.ShouldBe(5_000);
        page.Rows.Select(row => row.Message).ShouldBe(["record 3000", "record 3001", "record 3002"]);
        filtered.Total.ShouldBe(11);
        var template = templates.ShouldHaveSingleItem();
        (template.Template, template.Total).ShouldBe(("record {Number}", 5_000));
        template.BySeverity.ShouldBe(new Dictionary<int, long> { [9] = 5_000 }, ignoreOrder: true);
        (await queries.FindAsync(page.Rows[0].Id, Cancel))!.Tags.ShouldBe([new("Number", 3_000L)]);
    }

    [Fact]
    public async Task Trim_ByAgeAndByCount_IsCounted()
    {
        await using var host = await DashboardHost.StartAsync(["--Dashboard:Limits:MaxLogs=100", "--Dashboard:Store:MaxAgeHours=1"]);
        await host.SendAsync(LogScript.Request([.. Enumerable.Range(0, 300)]));
        var byCount = await host.StatsAsync(stats => stats.Trimmed > 0);

        // The script's times are long ago, or far ahead; this one is both old and the only span.
        await host.SendAsync(SpanScript.Request(new Dashboard.Otlp.Wire.Span
        {
            TraceId = SpanScript.TraceId(1, 1),
            SpanId = Google.Protobuf.ByteString.CopyFrom(BitConverter.GetBytes(1L)),
            Name = "old",
            StartTimeUnixNano = 1,
            EndTimeUnixNano = 2,
        }));
        await host.StatsAsync(stats => stats.Spans + stats.Trimmed > byCount.Trimmed);
        host.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Retention>().Single().Trim();

        byCount.Logs.ShouldBe(90, "a tenth more goes, so that it need not be done at once again");
        byCount.Trimmed.ShouldBe(210);
        (await host.StatsAsync()).Spans.ShouldBe(0);
    }

    [Fact]
    public async Task Trim_BySize_TakesTheOldestTenthAndIsCounted()
    {
        const int Requests = 20;
        await using var host = await DashboardHost.StartAsync(["--Dashboard:Store:MaxMegabytes=1"]);
        await SendNoiseAsync(host, Requests);

        host.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Retention>().Single().Trim();

        var stats = await host.StatsAsync();
        stats.Trimmed.ShouldBeGreaterThanOrEqualTo(200);
        (stats.Spans + stats.Trimmed).ShouldBe(100 * Requests);
        var queries = host.Services.GetRequiredService<ITraceQueries>();
        (await queries.ListAsync(new() { Text = "request 00" }, Cancel)).Total.ShouldBe(0, "the oldest");
        (await queries.ListAsync(new() { Text = "request 19" }, Cancel)).Total.ShouldBe(13, "the newest");
    }

    [Fact]
    public async Task Settle_OnceLittleComes_PutsTheLogIntoTheFile()
    {
        const int Requests = 40;
        await using var host = await DashboardHost.StartAsync(configure: builder => builder.Services.Remove(
            builder.Services.Single(service => service.ImplementationType == typeof(Retention))));
        var database = host.Services.GetRequiredService<TelemetryDatabase>();
        using var retention = ActivatorUtilities.CreateInstance<Retention>(host.Services);

        await SendNoiseAsync(host, Requests);
        var log = database.LogBytes;
        retention.Settle();
        database.LogBytes.ShouldBe(log, "the load has just been there");

        retention.Settle();
        database.LogBytes.ShouldBeLessThan(log / 10);
        (await host.StatsAsync()).Spans.ShouldBe(100 * Requests);
    }

    [Fact]
    public void RunDirectory_WhereNoneCanBeMade_IsRefusedByItsName()
    {
        Assert.SkipUnless(Directory.Exists("/proc"), "Where every user, root too, may make no directory.");

        Should.Throw<OptionsValidationException>(() => RunDirectory.Create("/proc", 2, TimeProvider.System))
            .Failures.ShouldHaveSingleItem().ShouldBe("Dashboard:DataDirectory = \"/proc\": must be a directory that can be written to.");
    }

    [Fact]
    public void RunDirectory_EachStartHasItsOwn_AndTheOldestGo()
    {
        var data = Directory.CreateTempSubdirectory("dashboard-runs-").FullName;
        try
        {
            using var first = RunDirectory.Create(data, 2, TimeProvider.System);
            using (RunDirectory.Create(data, 2, TimeProvider.System))
            {
            }

            using var third = RunDirectory.Create(data, 2, TimeProvider.System);

            third.Path.ShouldNotBe(first.Path);
            Directory.Exists(first.Path).ShouldBeTrue("its process lives");
            Directory.GetDirectories(data).Length.ShouldBeInRange(2, 3);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static IEnumerable<int> Numbers(TracePage page) => page.Items.Select(item => (int)Number(item.TraceId));

    /// <summary>The script's ids are little-endian.</summary>
    private static ulong Number(TraceId id) => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(id.Low) - 1;

    private static Dashboard.Otlp.Wire.Span Span(
        int trace, long id, string name, int milliseconds, long parent = 0, bool error = false, string? correlationId = null)
    {
        var span = SpanScript.Span(
            SpanScript.TraceId(0, trace),
            id,
            error ? Dashboard.Otlp.Wire.Status.Types.StatusCode.Error : Dashboard.Otlp.Wire.Status.Types.StatusCode.Unset);
        span.Name = name;
        span.EndTimeUnixNano = span.StartTimeUnixNano + ((ulong)milliseconds * 1_000_000);
        if (parent != 0)
        {
            span.ParentSpanId = Google.Protobuf.ByteString.CopyFrom(BitConverter.GetBytes(parent));
        }

        if (correlationId is not null)
        {
            span.Attributes.Add(SpanScript.Tag("order.correlation_id", correlationId));
        }

        return span;
    }

    /// <summary>What repeats is packed away: only chance takes room.</summary>
    private static async Task SendNoiseAsync(DashboardHost host, int requests)
    {
        foreach (var number in Enumerable.Range(0, requests))
        {
            var request = SpanScript.Request(number, 100);
            foreach (var span in request.ResourceSpans[0].ScopeSpans[0].Spans)
            {
                span.Name = $"request {number:D2}";
                span.Attributes.Add(SpanScript.Tag("noise", Convert.ToBase64String(RandomNumberGenerator.GetBytes(1_024))));
            }

            await host.SendAsync(request);
            await host.StatsAsync(stats => stats.Spans + stats.Trimmed == 100 * (number + 1));
        }
    }
}
