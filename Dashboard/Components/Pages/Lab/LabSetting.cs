using System.Globalization;
using Scenarios.Settings;

namespace Dashboard.Components.Pages.Lab;

/// <summary>A setting that the page offers to change.</summary>
/// <param name="Key">Its configuration key.</param>
/// <param name="Name">What the page calls it.</param>
/// <param name="Unit">Its unit; empty for a plain number.</param>
/// <param name="Value">Reads it.</param>
internal sealed record LabSetting(string Key, string Name, string Unit, Func<SystemSettings, double> Value)
{
    /// <summary>All of them, as they are offered.</summary>
    public static IReadOnlyList<LabSetting> All { get; } =
    [
        new("EventSource:MaximumConcurrency", "Maximum concurrency", "of the queue", settings => settings.EventSource.MaximumConcurrency),
        new("AsyncInvocation:AccountConcurrency", "Account concurrency", "", settings => settings.AsyncInvocation.AccountConcurrency),
        new("Delivery:MaxAttempts", "Attempts", "an invocation", settings => settings.Delivery.MaxAttempts),
        new("Delivery:RetryWaitSeconds", "Wait between attempts", "s", settings => settings.Delivery.RetryWaitSeconds),
        new("Delivery:RetryJitterSeconds", "Random part of it", "s", settings => settings.Delivery.RetryJitterSeconds),
        new("Delivery:FunctionTimeoutSeconds", "Function timeout", "s", settings => settings.Delivery.FunctionTimeoutSeconds),
        new("AsyncInvocation:MaximumRetryAttempts", "Further invocations", "", settings => settings.AsyncInvocation.MaximumRetryAttempts),
        new("AsyncInvocation:RetryWaitSeconds", "Wait before them", "s", settings => settings.AsyncInvocation.RetryWaitSeconds),
        new("SlowApi:RateLimit", "Rate limit", "calls/s", settings => settings.SlowApi.RateLimit),
        new("SlowApi:BurstLimit", "Burst limit", "calls", settings => settings.SlowApi.BurstLimit),
        new("SlowApi:FaultRate", "Fault rate", "0 to 1", settings => settings.SlowApi.FaultRate),
        new("SlowApi:Latency:MinimumSeconds", "Latency from", "s", settings => settings.SlowApi.Latency.MinimumSeconds),
        new("SlowApi:Latency:MaximumSeconds", "Latency to", "s", settings => settings.SlowApi.Latency.MaximumSeconds),
    ];

    /// <summary>Its value as it is typed.</summary>
    public string Read(SystemSettings settings) => Value(settings).ToString("0.####", CultureInfo.InvariantCulture);
}
