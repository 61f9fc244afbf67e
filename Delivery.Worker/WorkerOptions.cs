using Microsoft.Extensions.Options;

namespace Delivery.Worker;

/// <summary>What this worker needs beside the system's settings.</summary>
/// <param name="EventsApiKey">The key that the EventBridge connection sends in <c>x-api-key</c>.</param>
/// <param name="StateDirectory">Where pending events and the ledger are kept; null: in memory, and lost with the process.</param>
internal sealed record WorkerOptions(string EventsApiKey, string? StateDirectory)
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="OptionsValidationException">There is no key.</exception>
    public static WorkerOptions Read(IConfiguration configuration) =>
        configuration["EventsApiKey"] is { Length: > 0 } key
            ? new WorkerOptions(key, configuration["StateDirectory"])
            : throw new OptionsValidationException(
                nameof(WorkerOptions), typeof(WorkerOptions), ["EventsApiKey is missing: set it to the key that the EventBridge connection sends."]);

    /// <summary>A file in the state directory, or null if there is none.</summary>
    public string? StateFile(string name) => string.IsNullOrWhiteSpace(StateDirectory) ? null : Path.Combine(StateDirectory, name);

    /// <summary>The record's own text would put the key into logs.</summary>
    public override string ToString() => $"state in {StateDirectory ?? "memory"}";
}
