using System.Diagnostics;
using Amazon;
using Amazon.Runtime.Telemetry;
using Amazon.Runtime.Telemetry.Metrics;
using Amazon.Runtime.Telemetry.Tracing;

namespace ServiceDefaults.Aws;

/// <summary>Gives the SDK's own telemetry hook activities to fill; its metrics stay off.</summary>
internal static class AwsTelemetry
{
    /// <summary>The activity source of AWS calls.</summary>
    public const string SourceName = "ServiceDefaults.Aws";

    /// <summary>What a client's configuration takes.</summary>
    public static readonly TelemetryProvider Provider =
        new ActivityTelemetry(AWSConfigs.TelemetryProvider.MeterProvider, new ActivityTracers(new ActivitySource(SourceName)));

    private sealed class ActivityTelemetry(MeterProvider meters, TracerProvider tracers) : TelemetryProvider(meters, tracers);

    private sealed class ActivityTracers(ActivitySource source) : TracerProvider
    {
        public override Tracer GetTracer(string scope) => new AwsTracer(source);
    }
}
