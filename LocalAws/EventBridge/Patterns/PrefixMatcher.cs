using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>A string that starts with the prefix.</summary>
internal sealed class PrefixMatcher(byte[] prefix) : ValueMatcher
{
    public override bool Matches(in EventValue value) => value.IsString && value.Text.StartsWith(prefix);
}
