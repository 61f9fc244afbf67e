namespace Scenarios.Reports;

/// <summary>The state of the moment, and rates over the last ten simulated seconds.</summary>
public sealed record LiveGauges
{
    /// <summary>Invocations under way.</summary>
    public long ConcurrentExecutions { get; init; }

    /// <summary>Messages in the queue, visible or not.</summary>
    public long QueueDepth { get; init; }

    /// <summary>Age of the oldest message, s.</summary>
    public double AgeOfOldestMessageSeconds { get; init; }

    /// <summary>Asynchronous events neither delivered nor dropped.</summary>
    public long PendingEvents { get; init; }

    /// <summary>Orders accepted a simulated second.</summary>
    public double AcceptedPerSecond { get; init; }

    /// <summary>Orders delivered a simulated second.</summary>
    public double DeliveredPerSecond { get; init; }

    /// <summary>429 answers a simulated second.</summary>
    public double ThrottledPerSecond { get; init; }

    /// <summary>502 answers a simulated second.</summary>
    public double FaultsPerSecond { get; init; }

    /// <summary>Attempts after the first a simulated second.</summary>
    public double RetriesPerSecond { get; init; }
}
