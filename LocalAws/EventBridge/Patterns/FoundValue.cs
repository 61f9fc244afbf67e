using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>A value that a scan found.</summary>
/// <param name="Field">The field's number.</param>
/// <param name="Kind">String, Number, True, False or Null.</param>
/// <param name="Start">Where the value's text starts in the event.</param>
/// <param name="Length">How long the text is there.</param>
/// <param name="Unescaped">The text, if it stands escaped in the event.</param>
/// <param name="Scope">Where it stands in the event's arrays.</param>
internal readonly record struct FoundValue(int Field, JsonTokenType Kind, int Start, int Length, byte[]? Unescaped, ArrayScope? Scope)
{
    public static FoundValue Read(ref Utf8JsonReader reader, int field, ArrayScope? scope)
    {
        // TokenStartIndex of a string is its opening quote.
        var start = (int)reader.TokenStartIndex + (reader.TokenType == JsonTokenType.String ? 1 : 0);
        return new FoundValue(field, reader.TokenType, start, reader.ValueSpan.Length, reader.ValueIsEscaped ? Unescape(ref reader) : null, scope);
    }

    /// <summary>The value's text in <paramref name="json"/>, without quotes and escapes.</summary>
    public ReadOnlySpan<byte> Text(ReadOnlySpan<byte> json) => Unescaped ?? json.Slice(Start, Length);

    private static byte[] Unescape(ref Utf8JsonReader reader)
    {
        var buffer = new byte[reader.ValueSpan.Length];
        var length = reader.CopyString(buffer);
        return buffer[..length];
    }
}
