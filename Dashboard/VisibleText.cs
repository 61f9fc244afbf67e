using System.Globalization;
using System.Text;

namespace Dashboard;

/// <summary>
/// Names that come from outside, on one line and in one direction: a control or format character hides what is there, and a change of direction
/// (Unicode Standard Annex 9, "Explicit Directional Formatting") turns round the text of whatever stands beside it.
/// </summary>
internal static class VisibleText
{
    /// <summary>What stands in a misleading character's place.</summary>
    public const char Replacement = '\uFFFD';

    /// <summary>Whether it has only what can be seen, and leaves the direction alone.</summary>
    public static bool Is(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsMisleading(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text, with <see cref="Replacement"/> for each character that misleads.</summary>
    public static string Of(string text)
    {
        if (Is(text))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            visible.Append(IsMisleading(rune) ? Replacement.ToString() : rune.ToString());
        }

        return visible.ToString();
    }

    private static bool IsMisleading(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
            // The joiners belong to scripts and to emoji, and so do tags.
            UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D or (>= 0xE0020 and <= 0xE007F)),
            _ => false,
        };
}
