using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>A number between two bounds.</summary>
internal sealed class RangeMatcher(ValueTest.Range range) : ValueMatcher
{
    public override bool Matches(in EventValue value) =>
        value.Number is { } number
        && (range.Low is not { } low || number.CompareTo(low) is var above && (above > 0 || (above == 0 && range.LowIncluded)))
        && (range.High is not { } high || number.CompareTo(high) is var below && (below < 0 || (below == 0 && range.HighIncluded)));
}
