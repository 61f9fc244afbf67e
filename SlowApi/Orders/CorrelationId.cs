namespace SlowApi.Orders;

/// <summary>The header that says which order a call is about.</summary>
internal static class CorrelationId
{
    public const string Header = "x-correlation-id";

    /// <summary>Stands for an absent id, and for one that is not fit to be repeated in answers and logs.</summary>
    public const string NotSupplied = "not-supplied";

    private const int MaximumLength = 256;

    public static string Of(HttpRequest request) =>
        request.Headers[Header] is [{ Length: > 0 and <= MaximumLength } id] && !id.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? id
            : NotSupplied;
}
