using CsCheck;

namespace LocalAws.Tests.EventBridge.Patterns;

/// <summary>The matcher against <see cref="NaivePattern"/>, one pattern at a time.</summary>
public sealed class PatternPropertyTests
{
    [Fact]
    public void Matcher_AnyPatternAndEvent_AgreesWithTheNaiveReading() => Gen.Select(PatternGenerators.Pattern(2), PatternGenerators.Event(3)).Sample(
        static (pattern, @event) => PatternSteps.Matches(pattern, @event) == NaivePattern.Matches(pattern, @event), iter: 20_000);
}
