using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Trace;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Tests.Telemetry;

public sealed class TelemetryExtensionsTests
{
    [Theory]
    [InlineData("dashboard")]
    [InlineData("ftp://dashboard:4317")]
    [InlineData("/tmp/socket")]
    public void AddTelemetry_LabEndpointThatIsNone_RefusesWithKeyAndValue(string value)
    {
        var failure = Should.Throw<OptionsValidationException>(() => Build((TelemetryExtensions.LabEndpointKey, value)))
            .Failures.ShouldHaveSingleItem();
        failure.ShouldStartWith($"LAB_OTLP_ENDPOINT = \"{value}\": ");
    }

    [Fact]
    public async Task AddTelemetry_AcceleratedClock_DescribesItInTheResource()
    {
        await using var app = Build(("Clock:Speed", "20"), ("Clock:Origin", "2026-03-01T09:00:00Z"));
        var attributes = app.Services.GetRequiredService<TracerProvider>().GetResource().Attributes.ToDictionary();
        attributes[TelemetryExtensions.ClockSpeedAttribute].ShouldBe(20.0);
        attributes[TelemetryExtensions.ClockOriginAttribute].ShouldBe("2026-03-01T09:00:00.0000000+00:00");
    }

    [Fact]
    public async Task AddTelemetry_AcceleratedClockWithoutOrigin_DescribesTheOneThatRuns()
    {
        await using var app = Build(("Clock:Speed", "20"));
        var clock = app.Services.GetRequiredService<TimeProvider>().ShouldBeOfType<ServiceDefaults.Clock.AcceleratedTimeProvider>();
        var attributes = app.Services.GetRequiredService<TracerProvider>().GetResource().Attributes.ToDictionary();
        attributes[TelemetryExtensions.ClockOriginAttribute].ShouldBe(clock.Origin.ToString("O"));
    }

    [Fact]
    public async Task AddTelemetry_SystemClock_SaysNothingOfIt()
    {
        await using var app = Build();
        app.Services.GetRequiredService<TracerProvider>().GetResource().Attributes
            .ShouldNotContain(attribute => attribute.Key == TelemetryExtensions.ClockSpeedAttribute);
    }

    /// <summary>As a host sets it: a poll in the background must not become a trace for that.</summary>
    [Fact]
    public async Task AddTelemetry_SamplerOfTheHost_DoesNotOverrideACallerThatDoesNotSample()
    {
        await using var app = Build(("OTEL_TRACES_SAMPLER", "always_on"));
        app.Services.GetRequiredService<TracerProvider>();
        using var source = new ActivitySource(app.Environment.ApplicationName);

        using (new Activity("poll").Start())
        {
            source.StartActivity("call").ShouldBeNull();
        }

        using var order = source.StartActivity("order");
        order.ShouldNotBeNull().Recorded.ShouldBeTrue();
    }

    [Fact]
    public async Task AddTelemetry_BothEndpointsSet_SendsEachSignalToBoth()
    {
        await using var standard = new OtlpReceiver(HttpProtocols.Http1);
        await using var lab = new OtlpReceiver(HttpProtocols.Http2);
        await Task.WhenAll(standard.StartAsync(), lab.StartAsync());

        await using (var app = Build(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", standard.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), (TelemetryExtensions.LabEndpointKey, lab.Url)))
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            using (var source = new ActivitySource(app.Environment.ApplicationName))
            {
                source.StartActivity("work")!.Dispose();
            }

            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        // Who stops says goodbye: what was not exported yet is, before the process ends.
        standard.Calls.Keys.ShouldBe(["/v1/logs", "/v1/metrics", "/v1/traces"], ignoreOrder: true);
        lab.Calls.Keys.ShouldBe(
            new[] { "logs.v1.LogsService", "metrics.v1.MetricsService", "trace.v1.TraceService" }.Select(service => $"/opentelemetry.proto.collector.{service}/Export"),
            ignoreOrder: true);
    }

    [Fact]
    public async Task AddTelemetry_OneEndpointUnderBothNames_SendsOnce()
    {
        await using var receiver = new OtlpReceiver(HttpProtocols.Http2);
        await receiver.StartAsync();
        await using (var app = Build(("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Url), (TelemetryExtensions.LabEndpointKey, receiver.Url)))
        {
            using var source = new ActivitySource(app.Environment.ApplicationName);
            app.Services.GetRequiredService<TracerProvider>();
            source.StartActivity("work")!.Dispose();
        }

        receiver.Calls["/opentelemetry.proto.collector.trace.v1.TraceService/Export"].ShouldBe(1);
    }

    private static WebApplication Build(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        return builder.Build();
    }
}
