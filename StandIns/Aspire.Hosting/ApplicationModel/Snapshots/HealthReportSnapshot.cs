using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a health check said last.</summary>
/// <param name="Name">The check.</param>
/// <param name="Status">Its answer; null before the first.</param>
/// <param name="Description">Why.</param>
/// <param name="ExceptionText">The exception, if there was one.</param>
public sealed record HealthReportSnapshot(string Name, HealthStatus? Status, string? Description, string? ExceptionText)
{
    /// <summary>When it was asked.</summary>
    public DateTime? LastRunAt { get; init; }
}
