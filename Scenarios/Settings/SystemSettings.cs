namespace Scenarios.Settings;

/// <summary>
/// Everything about the system under study that can be set: one record tree, read by the live services and by the
/// model alike. Each section below is a configuration section of the same name.
/// </summary>
public sealed record SystemSettings
{
    /// <summary>Seed of every random number of a run. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The downstream.</summary>
    public SlowApiSettings SlowApi { get; init; } = new();

    /// <summary>The function that calls it.</summary>
    public DeliverySettings Delivery { get; init; } = new();

    /// <summary>The direct path: Lambda's asynchronous invocation.</summary>
    public AsyncInvocationSettings AsyncInvocation { get; init; } = new();

    /// <summary>The flow-controlled path: Lambda's SQS event source mapping.</summary>
    public EventSourceSettings EventSource { get; init; } = new();
}
