using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>A number: by value if both are comparable, else by spelling.</summary>
internal sealed class NumberMatcher(byte[] spelling, ComparableNumber? expected) : ValueMatcher
{
    public override bool Matches(JsonTokenType kind, ReadOnlySpan<byte> text) =>
        kind == JsonTokenType.Number && (expected is { } number ? ComparableNumber.Parse(text) == number : text.SequenceEqual(spelling));
}

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class LiteralMatcher(JsonTokenType expected) : ValueMatcher
{
    public override bool Matches(JsonTokenType kind, ReadOnlySpan<byte> text) => kind == expected;
}

/// <summary>A number between two bounds.</summary>
internal sealed class RangeMatcher(ValueTest.Range range) : ValueMatcher
{
    public override bool Matches(JsonTokenType kind, ReadOnlySpan<byte> text) =>
        kind == JsonTokenType.Number && ComparableNumber.Parse(text) is { } number
        && (range.Low is not { } low || number.CompareTo(low) is var above && (above > 0 || (above == 0 && range.LowIncluded)))
        && (range.High is not { } high || number.CompareTo(high) is var below && (below < 0 || (below == 0 && range.HighIncluded)));
}

/// <summary>The string of an IP address in a range.</summary>
internal sealed class AddressMatcher(IpRange range) : ValueMatcher
{
    /// <summary>The longest spelling of an address: eight groups of four digits, or leading zeros within reason.</summary>
    private const int LongestAddress = 64;

    public override bool Matches(JsonTokenType kind, ReadOnlySpan<byte> text) =>
        kind == JsonTokenType.String && text.Length <= LongestAddress && range.Contains(Encoding.UTF8.GetString(text));
}

/// <summary>Any value.</summary>
internal sealed class AnyMatcher : ValueMatcher
{
    public override bool Matches(JsonTokenType kind, ReadOnlySpan<byte> text) => true;
}

/// <summary>A value that none of the others matches.</summary>
internal sealed class NoneMatcher(ValueMatcher[] others) : ValueMatcher
{
    public override bool Matches(JsonTokenType kind, ReadOnlySpan<byte> text)
    {
        foreach (var other in others)
        {
            if (other.Matches(kind, text))
            {
                return false;
            }
        }

        return true;
    }
}
