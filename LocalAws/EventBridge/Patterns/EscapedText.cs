using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>The text of a JSON string that has escapes, which the JSON reader has found to be well-formed.</summary>
internal static class EscapedText
{
    /// <summary>What AWS's matcher makes of half a surrogate pair, which UTF-8 cannot carry.</summary>
    private const byte Replacement = (byte)'?';

    private const int DigitsOfAnEscape = 4;

    /// <summary>Writes the text to <paramref name="target"/>, which is at least as long as <paramref name="text"/>.</summary>
    /// <returns>How many bytes it has.</returns>
    public static int Unescape(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var written = 0;
        for (var next = text.IndexOf((byte)'\\'); next >= 0; next = text.IndexOf((byte)'\\'))
        {
            text[..next].CopyTo(target[written..]);
            written += next;
            text = text[(next + 1)..];
            if (text[0] == 'u')
            {
                written += UnescapeLetter(ref text, target[written..]);
                continue;
            }

            target[written++] = text[0] switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                var itself => itself,
            };
            text = text[1..];
        }

        text.CopyTo(target[written..]);
        return written + text.Length;
    }

    /// <summary>The string or property name that the reader stands on.</summary>
    public static string Read(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }

        var target = new byte[reader.ValueSpan.Length];
        return Encoding.UTF8.GetString(target, 0, Unescape(reader.ValueSpan, target));
    }

    private static int UnescapeLetter(ref ReadOnlySpan<byte> text, Span<byte> target)
    {
        var letter = ReadUnit(ref text);
        if (!char.IsSurrogate(letter))
        {
            return new Rune(letter).EncodeToUtf8(target);
        }

        if (char.IsHighSurrogate(letter) && text is [(byte)'\\', (byte)'u', ..])
        {
            var rest = text[1..];
            if (Rune.TryCreate(letter, ReadUnit(ref rest), out var pair))
            {
                text = rest;
                return pair.EncodeToUtf8(target);
            }
        }

        target[0] = Replacement;
        return 1;
    }

    /// <summary>Reads <c>uXXXX</c>.</summary>
    private static char ReadUnit(ref ReadOnlySpan<byte> text)
    {
        _ = Utf8Parser.TryParse(text.Slice(1, DigitsOfAnEscape), out ushort unit, out _, 'X');
        text = text[(1 + DigitsOfAnEscape)..];
        return (char)unit;
    }
}
