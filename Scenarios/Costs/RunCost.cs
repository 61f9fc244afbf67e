namespace Scenarios.Costs;

/// <summary>What a run would have cost on AWS, in the currency of the price list.</summary>
public sealed record RunCost
{
    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>The day that the prices were read.</summary>
    public required DateOnly PricesAsOf { get; init; }

    /// <summary>Invocations of NotificationFunction and of DeliveryFunction.</summary>
    public required decimal LambdaRequests { get; init; }

    /// <summary>DeliveryFunction's time, most of it spent waiting: for SlowApi, and between attempts.</summary>
    public required decimal LambdaDuration { get; init; }

    /// <summary>Events published.</summary>
    public required decimal EventBridge { get; init; }

    /// <summary>Requests to the queue: a send, a receive and a delete for each message, and a receive for each time that it came again.</summary>
    public required decimal Sqs { get; init; }

    /// <summary>Calls of <c>/notify</c> and those of <c>/slow</c> that were not throttled.</summary>
    public required decimal ApiGateway { get; init; }

    /// <summary>Of all this, what was spent on orders that were dropped in the end.</summary>
    public required decimal Waste { get; init; }

    /// <summary>The sum.</summary>
    public decimal Total => LambdaRequests + LambdaDuration + EventBridge + Sqs + ApiGateway;

    /// <summary>The total over the orders delivered; null if there were none.</summary>
    public required decimal? PerThousandDelivered { get; init; }
}
