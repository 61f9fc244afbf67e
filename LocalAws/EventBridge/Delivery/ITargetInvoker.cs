namespace LocalAws.EventBridge.Delivery;

/// <summary>Hands events over to targets that take their time: endpoints beyond this process.</summary>
internal interface ITargetInvoker
{
    /// <summary>Tries once. It does not throw for what a target may do.</summary>
    Task<InvocationOutcome> InvokeAsync(EventDelivery delivery, string payload, CancellationToken cancellationToken);

    /// <summary>The most hand-overs a second; null: unlimited.</summary>
    int? RateLimit(EventDelivery delivery);
}
