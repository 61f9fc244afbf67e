using System.Text;
using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>The string itself.</summary>
internal sealed class TextMatcher(byte[] expected) : ValueMatcher
{
    public override bool Matches(in EventValue value) => value.IsString && value.Text.SequenceEqual(expected);
}

/// <summary>A string that starts with the prefix.</summary>
internal sealed class PrefixMatcher(byte[] prefix) : ValueMatcher
{
    public override bool Matches(in EventValue value) => value.IsString && value.Text.StartsWith(prefix);
}

/// <summary>A string that ends with the suffix.</summary>
internal sealed class SuffixMatcher(byte[] suffix) : ValueMatcher
{
    public override bool Matches(in EventValue value) => value.IsString && value.Text.EndsWith(suffix);
}

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

/// <summary>Which part of a value an <see cref="IgnoreCaseMatcher"/> compares.</summary>
internal enum FoldedPart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Its start.</summary>
    Start,

    /// <summary>Its end.</summary>
    End,
}

/// <summary>
/// A string but for the case of its letters. Letter by letter: the value's letter is the pattern's in lower or upper
/// case. The two may differ in their number of bytes (Ⱥ and ⱥ do). AWS's matcher goes by UTF-16 units, so that a letter
/// of two of them is two question marks.
/// </summary>
internal sealed class IgnoreCaseMatcher(string expected, FoldedPart part) : ValueMatcher
{
    private readonly (byte[] Lower, byte[] Upper)[] _letters =
        [.. expected.Select(static letter => Rune.TryCreate(letter, out var rune) ? rune : new Rune('?'))
            .Select(static rune => (Utf8(LetterCase.Lower(rune)), Utf8(LetterCase.Upper(rune))))];

    public override bool Matches(in EventValue value) =>
        value.IsString && (part == FoldedPart.End ? MatchesEnd(value.Text) : MatchesStart(value.Text, part == FoldedPart.Whole));

    private bool MatchesStart(ReadOnlySpan<byte> text, bool toTheEnd)
    {
        foreach (var (lower, upper) in _letters)
        {
            if (text.StartsWith(lower))
            {
                text = text[lower.Length..];
            }
            else if (text.StartsWith(upper))
            {
                text = text[upper.Length..];
            }
            else
            {
                return false;
            }
        }

        return !toTheEnd || text.IsEmpty;
    }

    private bool MatchesEnd(ReadOnlySpan<byte> text)
    {
        for (var index = _letters.Length - 1; index >= 0; index--)
        {
            var (lower, upper) = _letters[index];
            if (text.EndsWith(lower))
            {
                text = text[..^lower.Length];
            }
            else if (text.EndsWith(upper))
            {
                text = text[..^upper.Length];
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Utf8(string letters) => Encoding.UTF8.GetBytes(letters);
}
