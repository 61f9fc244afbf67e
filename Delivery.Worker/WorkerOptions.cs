using Microsoft.Extensions.Options;
using ServiceDefaults.State;

namespace Delivery.Worker;

/// <summary>What this worker needs beside the system's settings.</summary>
/// <param name="EventsApiKey">The key that the EventBridge connection sends in <c>x-api-key</c>.</param>
/// <param name="State">Where pending events and the ledger are kept.</param>
internal sealed record WorkerOptions(string EventsApiKey, StateDirectory State)
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="OptionsValidationException">There is no key, or the state cannot be kept where it should.</exception>
    public static WorkerOptions Read(IConfiguration configuration) =>
        configuration["EventsApiKey"] is { Length: > 0 } key
            ? new WorkerOptions(key, StateDirectory.Read(configuration))
            : throw new OptionsValidationException(
                nameof(WorkerOptions), typeof(WorkerOptions), ["EventsApiKey is missing: set it to the key that the EventBridge connection sends."]);

    /// <summary>The record's own text would put the key into logs.</summary>
    public override string ToString() => $"state in {State.Path ?? "memory"}";
}
