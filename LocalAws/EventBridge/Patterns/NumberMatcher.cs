using System.Text.Json;
using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>A number: by value if both are comparable, else by spelling.</summary>
internal sealed class NumberMatcher(byte[] spelling, ComparableNumber? expected) : ValueMatcher
{
    public override bool Matches(in EventValue value) =>
        value.Kind == JsonTokenType.Number && (expected is not null ? value.Number == expected : value.Text.SequenceEqual(spelling));
}
