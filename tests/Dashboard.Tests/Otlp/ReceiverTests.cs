using Dashboard.Otlp.Wire;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Store;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Otlp;

public sealed class ReceiverTests
{
    [Fact]
    public async Task Export_TwentyThousandSpans_AllAreKeptTrimmedOrRefused()
    {
        const int Requests = 40;
        const int Spans = 512;
        await using var host = await DashboardHost.StartAsync(["--Dashboard:Limits:MaxSpans=15000", "--Dashboard:Limits:MaxWaiting=4000"]);

        var sent = await Task.WhenAll(Enumerable.Range(0, Requests).Select(async number =>
        {
            try
            {
                await host.SendAsync(SpanScript.Request(number, Spans));
                return true;
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.ResourceExhausted)
            {
                return false;
            }
        }));

        var stats = await host.StatsAsync();
        (stats.Spans + stats.Trimmed + stats.Refused).ShouldBe(Requests * Spans);
        stats.Refused.ShouldBe(sent.Count(taken => !taken) * Spans);
        stats.Spans.ShouldBeLessThanOrEqualTo(15_000);
    }

    [Fact]
    public async Task Export_StoreStandsStill_IsRefusedWithRetryInfoAndCounted()
    {
        using var stuck = new StuckStore();
        await using var host = await DashboardHost.StartAsync(
            ["--Dashboard:Limits:MaxWaiting=100"],
            builder => builder.Services.AddSingleton<ITelemetryStore<SpanBatch>>(stuck));
        await host.SendAsync(SpanScript.Request(0, 80));

        var refused = await Should.ThrowAsync<RpcException>(() => host.SendAsync(SpanScript.Request(1, 80)));

        stuck.Release();
        refused.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        var status = Dashboard.Otlp.Wire.Rpc.Status.Parser.ParseFrom(refused.Trailers.GetValueBytes("grpc-status-details-bin"));
        status.Code.ShouldBe((int)StatusCode.ResourceExhausted);
        status.Details[0].TypeUrl.ShouldBe("type.googleapis.com/google.rpc.RetryInfo");
        status.Details[0].Unpack<Dashboard.Otlp.Wire.Rpc.RetryInfo>().RetryDelay.Seconds.ShouldBe(1);
        (await host.StatsAsync()).Refused.ShouldBe(80);
        await host.SendAsync(SpanScript.Request(2, 80));
    }

    [Fact]
    public async Task Export_SpansWithoutAnId_ArePartlyRefused()
    {
        await using var host = await DashboardHost.StartAsync();
        var good = SpanScript.Span(SpanScript.TraceId(1, 1), 1);
        var bad = SpanScript.Span(ByteString.CopyFrom(new byte[16]), 2);

        var answer = await host.SendAsync(SpanScript.Request(good, bad));

        answer.PartialSuccess.RejectedSpans.ShouldBe(1);
        answer.PartialSuccess.ErrorMessage.ShouldNotBeEmpty();
        (await host.StatsAsync(stats => stats.Spans == 1)).Refused.ShouldBe(1);
    }

    [Fact]
    public async Task Export_SummaryAndBrokenHistogram_ArePartlyRefused()
    {
        await using var host = await DashboardHost.StartAsync();
        var answer = await host.SendAsync(new ExportMetricsServiceRequest
        {
            ResourceMetrics =
            {
                new ResourceMetrics
                {
                    ScopeMetrics =
                    {
                        new ScopeMetrics
                        {
                            Metrics =
                            {
                                new Metric { Name = "old", Summary = new() { DataPoints = { new SummaryDataPoint { Count = 1 } } } },
                                new Metric
                                {
                                    Name = "broken",
                                    Histogram = new() { DataPoints = { new HistogramDataPoint { BucketCounts = { 1, 2 }, ExplicitBounds = { 1, 2, 3 } } } },
                                },
                                new Metric
                                {
                                    Name = "unsorted",
                                    Histogram = new()
                                    {
                                        DataPoints =
                                        {
                                            new HistogramDataPoint { BucketCounts = { 1, 2, 3 }, ExplicitBounds = { 2, 1 } },
                                            new HistogramDataPoint { BucketCounts = { 1, 2 }, ExplicitBounds = { double.NaN } },
                                        },
                                    },
                                },
                                new Metric { Name = "good", Gauge = new() { DataPoints = { new NumberDataPoint { AsInt = 1, TimeUnixNano = 1 } } } },
                            },
                        },
                    },
                },
            },
        });

        answer.PartialSuccess.RejectedDataPoints.ShouldBe(4);
        (await host.StatsAsync(stats => stats.MetricPoints == 1)).Refused.ShouldBe(4);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("wrong", false)]
    [InlineData("the key", true)]
    [InlineData("the other key", true)]
    public async Task Export_WithApiKeys_TakesOnlyWhoHasOne(string? key, bool isTaken)
    {
        await using var host = await DashboardHost.StartAsync(
            ["--Dashboard:Otlp:PrimaryApiKey=the key", "--Dashboard:Otlp:SecondaryApiKey=the other key"]);
        Metadata headers = key is null ? [] : new Metadata { { "x-otlp-api-key", key } };

        var export = () => host.SendAsync(SpanScript.Request(0, 8), headers);

        if (isTaken)
        {
            await export();
            await host.StatsAsync(stats => stats.Spans == 8);
        }
        else
        {
            var refused = await Should.ThrowAsync<RpcException>(export);
            refused.StatusCode.ShouldBe(StatusCode.Unauthenticated);
            refused.Status.Detail.ShouldContain("x-otlp-api-key");
            (await host.StatsAsync()).Spans.ShouldBe(0);
        }
    }

    [Fact]
    public async Task Export_EmptyRequests_AreFine()
    {
        await using var host = await DashboardHost.StartAsync();

        await host.SendAsync(new ExportTraceServiceRequest());
        await host.SendAsync(new ExportMetricsServiceRequest { ResourceMetrics = { new ResourceMetrics() } });
        await host.SendAsync(new ExportLogsServiceRequest { ResourceLogs = { new ResourceLogs { ScopeLogs = { new ScopeLogs() } } } });

        (await host.StatsAsync()).Refused.ShouldBe(0);
    }

    [Fact]
    public async Task Export_BytesThatAreNoProtobuf_AreAnInvalidArgument()
    {
        await using var host = await DashboardHost.StartAsync();

        var refused = await Should.ThrowAsync<RpcException>(() => host.SendBytesAsync([0x0A, 0xFF, 0x01]));

        refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refused.Status.Detail.ShouldBe("The request is no valid protobuf: a field ends beyond its message.");
    }

    [Fact]
    public async Task Export_UnknownMethod_IsUnimplemented()
    {
        await using var host = await DashboardHost.StartAsync();

        var refused = await Should.ThrowAsync<RpcException>(() => host.SendBytesAsync([], "profiles.v1.ProfilesService"));

        refused.StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    [Fact]
    public async Task Ports_AreKeptApart()
    {
        await using var host = await DashboardHost.StartAsync();
        using var http2 = new HttpClient
        {
            DefaultRequestVersion = new(2, 0),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var answer = await http2.GetAsync(new Uri(host.Otlp, "/api/runs"), TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(404);
    }
}
