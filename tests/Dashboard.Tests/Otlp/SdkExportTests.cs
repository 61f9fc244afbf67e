using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Runs;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Queries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Otlp;

/// <summary>The official .NET SDK and its exporter against the process.</summary>
public sealed partial class SdkExportTests
{
    private static readonly ResourceBuilder Resource = ResourceBuilder.CreateEmpty().AddService("shop", serviceInstanceId: "one")
        .AddAttributes([new("lab.clock.speed", 10.0), new("lab.clock.origin", "2026-01-01T00:00:00.0000000Z")]);

    [Theory]
    [InlineData(OtlpExportProtocol.Grpc)]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    public async Task Traces_AreFoundByIdAndByCorrelationId(OtlpExportProtocol protocol)
    {
        await using var host = await DashboardHost.StartAsync();
        using var source = new ActivitySource($"shop.orders.{protocol}");
        var correlationId = Guid.CreateVersion7().ToString();
        string traceId;
        using (Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource).AddSource(source.Name)
            .AddOtlpExporter(options => Aim(options, host, protocol, "traces")).Build())
        {
            using var root = source.StartActivity("order", ActivityKind.Server)!;
            traceId = root.TraceId.ToHexString();
            root.SetTag(ServiceDefaults.Telemetry.SpanAttributes.CorrelationId, correlationId).SetTag("attempts", 5).SetTag("share", 0.5).SetTag("big", true)
                .SetTag("list", new[] { "a", "b" });
            using var attempt = source.StartActivity("attempt 1", ActivityKind.Client)!;
            attempt.AddEvent(new("throttled", tags: new() { ["status"] = 429 })).SetStatus(ActivityStatusCode.Error, "Too Many Requests");
        }

        await host.StatsAsync(stats => stats.Spans == 2);
        var found = await GetAsync(host, $"/api/traces?correlationId={correlationId}");
        found.GetArrayLength().ShouldBe(1);
        found[0].GetProperty("traceId").GetString().ShouldBe(traceId);
        found[0].GetProperty("hasError").GetBoolean().ShouldBeTrue();

        var trace = await GetAsync(host, $"/api/traces/{traceId}");
        trace.GetProperty("name").GetString().ShouldBe("order");
        var spans = trace.GetProperty("spans");
        spans[0].GetProperty("kind").GetString().ShouldBe("Server");
        spans[0].GetProperty("service").GetString().ShouldBe("shop");
        spans[0].GetProperty("instance").GetString().ShouldBe("one");
        spans[0].GetProperty("simulatedMilliseconds").GetDouble()
            .ShouldBe(10 * spans[0].GetProperty("durationMilliseconds").GetDouble(), 1e-6);
        var attributes = spans[0].GetProperty("attributes");
        attributes.GetProperty("attempts").GetInt64().ShouldBe(5);
        attributes.GetProperty("share").GetDouble().ShouldBe(0.5);
        attributes.GetProperty("big").GetBoolean().ShouldBeTrue();
        attributes.GetProperty("list").GetString().ShouldBe("""["a","b"]""");
        spans[1].GetProperty("parentSpanId").GetString().ShouldBe(spans[0].GetProperty("spanId").GetString());
        spans[1].GetProperty("status").GetString().ShouldBe("Error");
        spans[1].GetProperty("statusMessage").GetString().ShouldBe("Too Many Requests");
        spans[1].GetProperty("events")[0].GetProperty("attributes").GetProperty("status").GetInt64().ShouldBe(429);
    }

    [Theory]
    [InlineData(OtlpExportProtocol.Grpc)]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    public async Task Metrics_EveryInstrumentOfTheSdk_IsRead(OtlpExportProtocol protocol)
    {
        await using var host = await DashboardHost.StartAsync();
        using var meter = new Meter($"shop.metrics.{protocol}");
        using var provider = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource).AddMeter(meter.Name)
            .AddView(Instruments.ClockLag, new Base2ExponentialBucketHistogramConfiguration())
            .AddOtlpExporter((options, reader) =>
            {
                Aim(options, host, protocol, "metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = Timeout.Infinite;
            })
            .Build();

        var accepted = meter.CreateCounter<long>(Instruments.OrdersAccepted);
        var calls = meter.CreateCounter<double>(Instruments.SlowApiRequests);
        var lag = meter.CreateHistogram<double>(Instruments.ClockLag);
        var delivery = meter.CreateHistogram<double>(Instruments.OrdersTimeToDelivery);
        meter.CreateObservableGauge(Instruments.ConcurrentExecutions, () => 42);
        meter.CreateObservableUpDownCounter(Instruments.OrdersDropped, () => 3);
        accepted.Add(100);
        provider.ForceFlush().ShouldBeTrue();
        await host.StatsAsync(stats => stats.MetricPoints > 0);
        using var begun = await host.Api.PostAsJsonAsync("/api/runs", new { scenario = "smoke", speed = 10 }, TestContext.Current.CancellationToken);
        begun.EnsureSuccessStatusCode();

        accepted.Add(7);
        calls.Add(5, new KeyValuePair<string, object?>("outcome", "throttled"));
        foreach (var value in Enumerable.Range(1, 1000))
        {
            lag.Record(value / 1000.0);
            delivery.Record(value);
        }

        var points = (await host.StatsAsync()).MetricPoints;
        provider.ForceFlush().ShouldBeTrue();
        await host.StatsAsync(stats => stats.MetricPoints > points);

        var live = await GetAsync(host, "/api/runs/current");
        live.GetProperty("totals").GetProperty("accepted").GetInt64().ShouldBe(7);
        live.GetProperty("totals").GetProperty("throttled").GetInt64().ShouldBe(5);
        live.GetProperty("totals").GetProperty("dropped").GetInt64().ShouldBe(0, "they were dropped before the run");
        live.GetProperty("concurrentExecutions").GetInt64().ShouldBe(42);
        live.GetProperty("clock").GetProperty("maxLagMilliseconds").GetDouble().ShouldBe(1000, 1);
        live.GetProperty("clock").GetProperty("p99LagMilliseconds").GetDouble().ShouldBe(990, 10);
        live.GetProperty("timeToDelivery").GetProperty("p50Seconds").GetDouble().ShouldBe(500, 1);
        var series = host.Services.GetRequiredService<MetricStore>().Read(LabInstruments.All, default);
        series.ShouldAllBe(reading => reading.Resource.Key == new ResourceKey("shop", "one") && reading.Resource.Clock.Speed == 10);
    }

    [Theory]
    [InlineData(OtlpExportProtocol.Grpc)]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    public async Task Logs_AreHeldWithTheirTrace(OtlpExportProtocol protocol)
    {
        await using var host = await DashboardHost.StartAsync();
        using var source = new ActivitySource($"shop.logs.{protocol}");
        using var tracing = Sdk.CreateTracerProviderBuilder().AddSource(source.Name).Build();
        ActivityTraceId traceId;
        using (var factory = LoggerFactory.Create(logging => logging.AddOpenTelemetry(telemetry =>
        {
            telemetry.IncludeFormattedMessage = true;
            telemetry.SetResourceBuilder(Resource).AddOtlpExporter(options => Aim(options, host, protocol, "logs"));
        })))
        using (var activity = source.StartActivity("order")!)
        {
            traceId = activity.TraceId;
            LogFailed(factory.CreateLogger("Shop.Orders"), 5);
        }

        (await host.StatsAsync(stats => stats.Logs == 1)).Trimmed.ShouldBe(0);
        var queries = host.Services.GetRequiredService<ILogQueries>();
        var page = await queries.PageAsync(new() { MinimumSeverity = 17 }, 0, 10, TestContext.Current.CancellationToken);
        page.Total.ShouldBe(1);
        var record = (await queries.FindAsync(page.Rows.ShouldHaveSingleItem().Id, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        record.Message.ShouldBe("Delivery FAILED after 5 attempts");
        record.Severity.ShouldBe(17);
        record.Scope.ShouldBe("Shop.Orders");
        record.TraceId.ToString().ShouldBe(traceId.ToHexString());
        record.Resource.Service.ShouldBe("shop");
        record.Template.ShouldBe("Delivery FAILED after {Attempts} attempts");
        record.Tags.Find("Attempts").ShouldBe("5");
    }

    private static void Aim(OtlpExporterOptions options, DashboardHost host, OtlpExportProtocol protocol, string signal)
    {
        options.Protocol = protocol;
        options.Endpoint = protocol == OtlpExportProtocol.Grpc ? host.Otlp : new(host.OtlpHttp, $"/v1/{signal}");
    }

    private static async Task<JsonElement> GetAsync(DashboardHost host, string path) =>
        await host.Api.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    [LoggerMessage(LogLevel.Error, "Delivery FAILED after {Attempts} attempts")]
    private static partial void LogFailed(ILogger logger, int attempts);
}
