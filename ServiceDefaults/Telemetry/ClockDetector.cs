using System.Globalization;
using OpenTelemetry.Resources;
using ServiceDefaults.Clock;

namespace ServiceDefaults.Telemetry;

/// <summary>Tells the readers of our telemetry which clock the process has; nothing if it is the system's.</summary>
internal sealed class ClockDetector(TimeProvider clock) : IResourceDetector
{
    public Resource Detect() => clock is AcceleratedTimeProvider accelerated
        ? new Resource(
        [
            new(TelemetryExtensions.ClockSpeedAttribute, accelerated.Speed),
            new(TelemetryExtensions.ClockOriginAttribute, accelerated.Origin.ToString("O", CultureInfo.InvariantCulture)),
        ])
        : Resource.Empty;
}
