namespace SlowApi;

/// <summary>The values of the attribute <c>outcome</c>.</summary>
internal static class Outcomes
{
    public const string Processed = "processed";

    public const string Fault = "fault";

    public const string Throttled = "throttled";
}
