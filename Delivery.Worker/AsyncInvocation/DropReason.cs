namespace Delivery.Worker.AsyncInvocation;

/// <summary>Why an order was given up on; the names are those of an invocation record's <c>condition</c>, as far as it has them.</summary>
internal enum DropReason
{
    /// <summary>All invocations failed.</summary>
    RetriesExhausted,

    /// <summary>It grew older than the maximum event age.</summary>
    EventAgeExceeded,

    /// <summary>Its message was received too often, and SQS moved it to the dead-letter queue.</summary>
    DeadLettered,
}
