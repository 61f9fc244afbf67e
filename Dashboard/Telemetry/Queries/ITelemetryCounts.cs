using Dashboard.Api;

namespace Dashboard.Telemetry.Queries;

/// <summary>How much telemetry came and what became of it.</summary>
internal interface ITelemetryCounts
{
    /// <summary>The counts now.</summary>
    TelemetryStats Read();
}
