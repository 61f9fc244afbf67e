namespace LocalAws.EventBridge.Patterns;

/// <summary>A text that is no event pattern.</summary>
/// <param name="reason">What is wrong and where, as EventBridge words it.</param>
internal sealed class InvalidPatternException(string reason) : Exception($"Event pattern is not valid. Reason: {reason}")
{
    /// <summary>What is wrong and where.</summary>
    public string Reason { get; } = reason;
}
