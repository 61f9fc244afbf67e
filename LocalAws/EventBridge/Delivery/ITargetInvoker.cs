namespace LocalAws.EventBridge.Delivery;

/// <summary>Hands events over to one kind of target.</summary>
internal interface ITargetInvoker
{
    /// <summary>Whether targets of this ARN are its business.</summary>
    bool Handles(string targetArn);

    /// <summary>Tries once. It does not throw for what a target may do.</summary>
    Task<InvocationOutcome> InvokeAsync(EventDelivery delivery, string payload, CancellationToken cancellationToken);

    /// <summary>The most hand-overs a second; null: unlimited.</summary>
    int? RateLimit(EventDelivery delivery);
}
