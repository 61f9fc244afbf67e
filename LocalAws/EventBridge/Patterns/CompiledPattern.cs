using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>One event pattern: alone ready to be matched against events, and a rule of a <see cref="RuleAutomaton"/> beside others.</summary>
internal sealed class CompiledPattern
{
    private readonly Lazy<RuleAutomaton> _alone;

    private CompiledPattern(EventPattern pattern)
    {
        Pattern = pattern;
        _alone = new Lazy<RuleAutomaton>(() => RuleAutomaton.Compile([pattern]));
    }

    public EventPattern Pattern { get; }

    public static CompiledPattern Compile(EventPattern pattern) => new(pattern);

    /// <summary>Does the event match?</summary>
    /// <exception cref="System.Text.Json.JsonException">The event is not JSON.</exception>
    /// <exception cref="InvalidEventException">The event is no JSON object.</exception>
    public bool Matches(ReadOnlySpan<byte> json) => _alone.Value.Match(json).Length > 0;
}
