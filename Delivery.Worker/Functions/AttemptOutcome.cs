namespace Delivery.Worker.Functions;

/// <summary>How one call of the downstream ended.</summary>
/// <param name="Kind">In a word, the attribute <c>outcome</c> of the attempts metric.</param>
/// <param name="Error">What went wrong, for the log; null if nothing did.</param>
internal sealed record AttemptOutcome(string Kind, string? Error)
{
    /// <summary>A 2xx answer.</summary>
    public static AttemptOutcome Delivered { get; } = new("delivered", null);

    /// <summary>Whether the order was delivered.</summary>
    public bool IsDelivered => Error is null;

    /// <summary>No answer came.</summary>
    public static AttemptOutcome Unreachable(string error) => new("transport_error", error);

    /// <summary>An answer came; any status that is not 2xx is an error.</summary>
    public static AttemptOutcome OfStatus(int status) => status switch
    {
        >= 200 and < 300 => Delivered,
        StatusCodes.Status429TooManyRequests => new("throttled", "API delivery failed: 429 Too Many Requests"),
        StatusCodes.Status403Forbidden => new("forbidden", "API delivery failed: 403 Forbidden"),
        _ => new("fault", $"API delivery failed: {status}"),
    };
}
