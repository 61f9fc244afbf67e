using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

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
