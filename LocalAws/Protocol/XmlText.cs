using System.Buffers;
using System.Text;

namespace LocalAws.Protocol;

/// <summary>Which characters XML 1.0 allows: <c>#x9 | #xA | #xD | #x20-#xD7FF | #xE000-#xFFFD | #x10000-#x10FFFF</c>.</summary>
internal static class XmlText
{
    private static readonly SearchValues<byte> ForbiddenControls =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Where(static control => control is not ('\t' or '\n' or '\r')).Select(static control => (byte)control)]);

    /// <summary>Whether all of <paramref name="text"/> may stand in an XML document.</summary>
    public static bool IsAllowed(string text) => FirstForbidden(text, 0) < 0;

    /// <summary>Whether all of <paramref name="text"/>, valid UTF-8, may stand in an XML document.</summary>
    public static bool IsAllowed(ReadOnlySpan<byte> text) =>
        text.IndexOfAny(ForbiddenControls) < 0 && text.IndexOf("\uFFFE"u8) < 0 && text.IndexOf("\uFFFF"u8) < 0;

    /// <summary>The text with U+FFFD for each character that may not: a tag's value or a refusal may quote such.</summary>
    public static string WithoutForbiddenCharacters(string text)
    {
        var forbidden = FirstForbidden(text, 0);
        if (forbidden < 0)
        {
            return text;
        }

        var mended = new StringBuilder(text);
        for (; forbidden >= 0; forbidden = FirstForbidden(text, forbidden + 1))
        {
            mended[forbidden] = '\uFFFD';
        }

        return mended.ToString();
    }

    private static int FirstForbidden(string text, int start)
    {
        for (var index = start; index < text.Length; index++)
        {
            var letter = text[index];
            if (char.IsHighSurrogate(letter) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (letter is not ('\t' or '\n' or '\r' or (>= ' ' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD')))
            {
                return index;
            }
        }

        return -1;
    }
}
