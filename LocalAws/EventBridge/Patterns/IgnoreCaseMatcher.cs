using System.Text;
using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

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
