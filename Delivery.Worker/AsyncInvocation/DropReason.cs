namespace Delivery.Worker.AsyncInvocation;

/// <summary>Why an event was given up on; the names are those of an invocation record's <c>condition</c>.</summary>
internal enum DropReason
{
    /// <summary>All invocations failed.</summary>
    RetriesExhausted,

    /// <summary>It grew older than the maximum event age.</summary>
    EventAgeExceeded,
}
