using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>The string itself.</summary>
internal sealed class TextMatcher(byte[] expected) : ValueMatcher
{
    public override bool Matches(in EventValue value) => value.IsString && value.Text.SequenceEqual(expected);
}
