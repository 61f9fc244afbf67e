using Dashboard.Otlp;
using Dashboard.Otlp.Wire;
using Dashboard.Telemetry.Queries;
using Dashboard.Tests.Fixtures;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dashboard.Tests.Otlp;

/// <summary>What no proper sender sends: each is told so, and nobody else's telemetry is harmed.</summary>
public sealed class HostileRequestTests
{
    [Fact]
    public async Task Export_HistogramsWhoseFiguresAreNoNumbers_AreLeftOutAndHarmNoOthers()
    {
        await using var host = await DashboardHost.StartAsync();

        var answer = await host.SendAsync(Metrics(
            new Metric { Name = "good", Gauge = new() { DataPoints = { new NumberDataPoint { AsInt = 1, TimeUnixNano = 1 } } } },
            Exponential(new() { Count = 1, ZeroThreshold = double.NaN }),
            Exponential(new() { Count = 1, Sum = double.PositiveInfinity }),
            Exponential(new() { Count = 1, Scale = int.MinValue }),
            new Metric { Name = "plain", Histogram = new() { DataPoints = { new HistogramDataPoint { Count = 1, Max = double.NaN } } } }));

        answer.PartialSuccess.RejectedDataPoints.ShouldBe(4);
        (await host.StatsAsync(stats => stats.MetricPoints == 1)).Refused.ShouldBe(4);
    }

    [Fact]
    public async Task Export_SeriesBeyondAnInstrumentsLimit_AreCountedAndToldAndLeaveTheOthersAlone()
    {
        using var logs = new LogCollector();
        await using var host = await DashboardHost.StartAsync(["--Dashboard:Limits:MaxSeriesPerInstrument=3"], builder => builder.Logging.AddProvider(logs));

        await host.SendAsync(Metrics(Labelled("wild", [0, 1, 2, 3, 4, 0]), Labelled("tame", [0])));
        await host.SendAsync(Metrics(Labelled("wild", [2, 7])));

        (await host.StatsAsync(stats => stats.MetricPoints == 6)).Refused.ShouldBe(3);
        var instruments = await host.Services.GetRequiredService<IMetricQueries>().InstrumentsAsync(TestContext.Current.CancellationToken);
        instruments.Select(one => (one.Key.Name, one.Series, one.Refused)).ShouldBe([("tame", 1, 0), ("wild", 3, 3)]);
        logs.Entries.Count(entry => entry.Message.StartsWith("SERIES of wild", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Export_SpanThatIsTooLarge_IsLeftOutAndCounted()
    {
        await using var host = await DashboardHost.StartAsync();
        var good = SpanScript.Span(SpanScript.TraceId(1, 1), 1);
        var large = SpanScript.Span(SpanScript.TraceId(1, 1), 2);
        large.Name = new('x', ItemLimit.MaximumBytes);

        var answer = await host.SendAsync(SpanScript.Request(good, large));

        answer.PartialSuccess.RejectedSpans.ShouldBe(1);
        answer.PartialSuccess.ErrorMessage.ShouldContain(ItemLimit.Reason);
        (await host.StatsAsync(stats => stats.Spans == 1)).Refused.ShouldBe(1);
    }

    [Fact]
    public async Task Export_LogRecordThatIsTooLarge_IsLeftOutAndCounted()
    {
        await using var host = await DashboardHost.StartAsync();
        var text = new string('x', ItemLimit.MaximumBytes);

        var answer = await host.SendAsync(new ExportLogsServiceRequest
        {
            ResourceLogs =
            {
                new ResourceLogs
                {
                    ScopeLogs = { new ScopeLogs { LogRecords = { Record("short"), Record(text) } } },
                },
            },
        });

        answer.PartialSuccess.RejectedLogRecords.ShouldBe(1);
        answer.PartialSuccess.ErrorMessage.ShouldBe(ItemLimit.Reason);
        (await host.StatsAsync(stats => stats.Logs == 1)).Refused.ShouldBe(1);
    }

    [Fact]
    public async Task Export_ResourceThatIsTooLarge_IsAnInvalidArgument()
    {
        await using var host = await DashboardHost.StartAsync();
        var request = SpanScript.Request(0, 1);
        request.ResourceSpans[0].Resource.Attributes.Add(SpanScript.Tag("large", new('x', ItemLimit.MaximumResourceBytes)));

        var refused = await Should.ThrowAsync<RpcException>(() => host.SendAsync(request));

        refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refused.Status.Detail.ShouldStartWith("resource: ");
    }

    [Fact]
    public async Task Export_MessageThatIsTooLarge_LeavesItsConnectionUsable()
    {
        await using var host = await DashboardHost.StartAsync();

        var refused = await Should.ThrowAsync<RpcException>(() => host.SendBytesAsync(new byte[RequestBody.MaximumBytes + 1]));
        await host.SendAsync(SpanScript.Request(0, 8));

        refused.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        await host.StatsAsync(stats => stats.Spans == 8);
    }

    private static LogRecord Record(string body) => new() { TimeUnixNano = 1, Body = new() { StringValue = body } };

    private static Metric Exponential(ExponentialHistogramDataPoint point) => new() { Name = "exponential", ExponentialHistogram = new() { DataPoints = { point } } };

    private static Metric Labelled(string name, int[] labels) => new()
    {
        Name = name,
        Gauge = new()
        {
            DataPoints = { labels.Select(label => new NumberDataPoint { AsInt = 1, TimeUnixNano = 1, Attributes = { SpanScript.Tag("label", $"{label}") } }) },
        },
    };

    private static ExportMetricsServiceRequest Metrics(params Metric[] metrics) => new()
    {
        ResourceMetrics = { new ResourceMetrics { ScopeMetrics = { new ScopeMetrics { Metrics = { metrics } } } } },
    };
}
