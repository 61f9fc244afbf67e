namespace SlowApi;

/// <summary>What became of a call: the values of an attribute of spans and metrics.</summary>
internal static class Outcomes
{
    /// <summary>The attribute's name.</summary>
    public const string Attribute = "outcome";

    public const string Processed = "processed";

    public const string Fault = "fault";

    public const string Throttled = "throttled";
}
