using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>A string that ends with the suffix.</summary>
internal sealed class SuffixMatcher(byte[] suffix) : ValueMatcher
{
    public override bool Matches(in EventValue value) => value.IsString && value.Text.EndsWith(suffix);
}
