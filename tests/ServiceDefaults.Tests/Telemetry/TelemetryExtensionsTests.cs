using Microsoft.AspNetCore.Builder;
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

    private static WebApplication Build(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.AddServiceDefaults();
        return builder.Build();
    }
}
