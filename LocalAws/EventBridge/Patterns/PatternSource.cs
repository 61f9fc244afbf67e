using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>The text of a pattern while it is parsed: it knows how to name a place in itself.</summary>
internal sealed class PatternSource(string text)
{
    /// <summary>As much of the text as an error shows.</summary>
    private const int ShownCharacters = 500;

    private const string ExpectedValue = "was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

    public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>An error at the place that the reader has come to.</summary>
    public InvalidPatternException Error(string reason, in Utf8JsonReader reader) => Error(reason, (int)reader.BytesConsumed);

    /// <summary>An error in the JSON itself.</summary>
    public InvalidPatternException Error(JsonException malformed)
    {
        var at = Offset(malformed.LineNumber ?? 0, malformed.BytePositionInLine ?? 0);
        var start = at;
        while (start > 0 && IsTokenByte(Bytes[start - 1]))
        {
            start--;
        }

        var end = start;
        while (end < Bytes.Length && IsTokenByte(Bytes[end]))
        {
            end++;
        }

        if (at >= Bytes.Length && end <= start)
        {
            return Error("Unexpected end-of-input", Bytes.Length);
        }

        if (end > start && char.IsAsciiLetter((char)Bytes[start]))
        {
            return Error($"Unrecognized token '{Encoding.UTF8.GetString(Bytes[start..end])}': {ExpectedValue}", end);
        }

        at = Math.Min(at, Bytes.Length - 1);
        _ = Rune.DecodeFromUtf8(Bytes.AsSpan(at), out var found, out _);
        return Error($"Unexpected character ('{found}' (code {found.Value})): {Expected(at)}", at);
    }

    private string Expected(int at)
    {
        var before = Bytes.AsSpan(0, at).TrimEnd(" \t\r\n"u8);
        return before switch
        {
            [.., (byte)'{'] => "was expecting double-quote to start field name",
            [.., (byte)',' or (byte)':' or (byte)'['] or [] => ExpectedValue,
            _ => "was expecting comma or the end of the Array or Object",
        };
    }

    private InvalidPatternException Error(string reason, int offset)
    {
        var before = Encoding.UTF8.GetString(Bytes.AsSpan(0, Math.Clamp(offset, 0, Bytes.Length)));
        var line = before.Count(letter => letter == '\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        var shown = text.Length <= ShownCharacters ? $"\"{text}\"" : $"\"{text[..ShownCharacters]}\"[truncated {text.Length - ShownCharacters} chars]";
        return new InvalidPatternException($"{reason}\n at [Source: (String){shown}; line: {line}, column: {column}]");
    }

    private int Offset(long line, long position)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            start += Bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(start + position, Bytes.Length);
    }

    private static bool IsTokenByte(byte value) => value >= 0x80 || char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'$';
}
