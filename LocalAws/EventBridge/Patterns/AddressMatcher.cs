using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>The string of an IP address in a range.</summary>
internal sealed class AddressMatcher(IpRange range) : ValueMatcher
{
    public override bool Matches(in EventValue value) =>
        value.IsString && range.Contains(value.Text);
}
