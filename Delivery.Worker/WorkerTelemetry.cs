using System.Diagnostics;

namespace Delivery.Worker;

/// <summary>The name of this service's meter and activity source.</summary>
internal static class WorkerTelemetry
{
    /// <summary>The name.</summary>
    public const string Name = "Delivery.Worker";

    /// <summary>The source of the invocations' spans.</summary>
    public static ActivitySource Source { get; } = new(Name);
}
