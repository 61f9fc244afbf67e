using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>Any value.</summary>
internal sealed class AnyMatcher : ValueMatcher
{
    public override bool Matches(in EventValue value) => true;
}
