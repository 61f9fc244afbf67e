using ServiceDefaults.Telemetry;

namespace Dashboard.Runs;

/// <summary>The instruments that a run's figures come from.</summary>
internal static class LabInstruments
{
    /// <summary>
    /// Counters behind which a ledger stands that outlives its process: after a restart they go on where they were.
    /// </summary>
    public static IReadOnlySet<string> Continued { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        Instruments.OrdersAccepted,
        Instruments.OrdersRejected,
        Instruments.OrdersDelivered,
        Instruments.OrdersDropped,
        Instruments.OrdersProcessed,
        Instruments.OrdersProcessedAgain,
        Instruments.SlowApiRequests,
    };

    /// <summary>Those that say where each order is; between them nothing may be lost.</summary>
    public static IReadOnlySet<string> Accounting { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        Instruments.OrdersAccepted,
        Instruments.OrdersRejected,
        Instruments.OrdersDelivered,
        Instruments.OrdersDropped,
        Instruments.EventsFailedInvocations,
        Instruments.EventsPending,
        Instruments.AsyncEventsPending,
        Instruments.SqsMessagesVisible,
        Instruments.SqsMessagesNotVisible,
        Instruments.SqsMessagesDelayed,
    };

    /// <summary>All that a report needs.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(Accounting, StringComparer.Ordinal)
    {
        Instruments.OrdersProcessed,
        Instruments.OrdersProcessedAgain,
        Instruments.OrdersTimeToDelivery,
        Instruments.FaasInvocations,
        Instruments.FaasErrors,
        Instruments.FaasTimeouts,
        Instruments.BilledDuration,
        Instruments.WastedDuration,
        Instruments.WastedInvocations,
        Instruments.SqsMessagesSent,
        Instruments.SqsMessagesReceived,
        Instruments.SqsMessagesDeleted,
        Instruments.ConcurrentExecutions,
        Instruments.ConcurrentExecutionsMaximum,
        Instruments.AsyncEventsDropped,
        Instruments.DeliveryAttempts,
        Instruments.SlowApiRequests,
        Instruments.SqsAgeOfOldestMessage,
        Instruments.ClockLag,
    };

    /// <summary>All that the picture of the pipeline needs.</summary>
    public static IReadOnlySet<string> Pipeline { get; } = new HashSet<string>(All, StringComparer.Ordinal)
    {
        Instruments.AsyncEventsReceived,
        Instruments.FaasInvokeDuration,
        Instruments.LambdaThrottles,
        Instruments.SlowApiTokens,
    };
}
