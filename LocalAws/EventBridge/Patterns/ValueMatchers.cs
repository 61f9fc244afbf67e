using System.Text.Json;
using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>A number: by value if both are comparable, else by spelling.</summary>
internal sealed class NumberMatcher(byte[] spelling, ComparableNumber? expected) : ValueMatcher
{
    public override bool Matches(in EventValue value) =>
        value.Kind == JsonTokenType.Number && (expected is not null ? value.Number == expected : value.Text.SequenceEqual(spelling));
}

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class LiteralMatcher(JsonTokenType expected) : ValueMatcher
{
    public override bool Matches(in EventValue value) => value.Kind == expected;
}

/// <summary>A number between two bounds.</summary>
internal sealed class RangeMatcher(ValueTest.Range range) : ValueMatcher
{
    public override bool Matches(in EventValue value) =>
        value.Number is { } number
        && (range.Low is not { } low || number.CompareTo(low) is var above && (above > 0 || (above == 0 && range.LowIncluded)))
        && (range.High is not { } high || number.CompareTo(high) is var below && (below < 0 || (below == 0 && range.HighIncluded)));
}

/// <summary>The string of an IP address in a range.</summary>
internal sealed class AddressMatcher(IpRange range) : ValueMatcher
{
    public override bool Matches(in EventValue value) =>
        value.IsString && range.Contains(value.Text);
}

/// <summary>Any value.</summary>
internal sealed class AnyMatcher : ValueMatcher
{
    public override bool Matches(in EventValue value) => true;
}

/// <summary>A value that none of the others matches.</summary>
internal sealed class NoneMatcher(ValueMatcher[] others) : ValueMatcher
{
    public override bool Matches(in EventValue value)
    {
        foreach (var other in others)
        {
            if (other.Matches(value))
            {
                return false;
            }
        }

        return true;
    }
}
