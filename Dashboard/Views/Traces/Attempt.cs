namespace Dashboard.Views.Traces;

/// <summary>A try among several.</summary>
/// <param name="Kind">What is tried.</param>
/// <param name="Number">Which it is, from 1.</param>
/// <param name="Of">How many were made.</param>
internal sealed record Attempt(AttemptKind Kind, int Number, int Of)
{
    /// <summary>As in <c>attempt 2 of 5</c>.</summary>
    public override string ToString() => $"{Name(Kind)} {Number} of {Of}";

    private static string Name(AttemptKind kind) => kind switch
    {
        AttemptKind.Call => "attempt",
        AttemptKind.Invocation => "invocation",
        _ => "delivery",
    };
}
