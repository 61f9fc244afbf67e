using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>A string with the parts in this order: the first at its start, the last at its end.</summary>
internal sealed class WildcardMatcher(byte[][] parts) : ValueMatcher
{
    public override bool Matches(in EventValue value)
    {
        if (!value.IsString || !value.Text.StartsWith(parts[0]))
        {
            return false;
        }

        var text = value.Text;

        if (parts.Length == 1)
        {
            return text.Length == parts[0].Length;
        }

        // Taking each inner part where it first occurs leaves the most room for those that follow.
        text = text[parts[0].Length..];
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var found = text.IndexOf(part);
            if (found < 0)
            {
                return false;
            }

            text = text[(found + part.Length)..];
        }

        return text.EndsWith(parts[^1]);
    }
}
