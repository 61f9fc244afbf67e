using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.Sqs.Wire;

/// <summary>A text on the wire that is kept as its UTF-8 bytes, never to be changed: bodies are long, and nobody here reads them.</summary>
[JsonConverter(typeof(Utf8TextConverter))]
internal readonly record struct Utf8Text(byte[] Bytes)
{
    public static Utf8Text? Of(string? text) => text is null ? null : new Utf8Text(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads the text that the reader is at.</summary>
    /// <exception cref="InvalidOperationException">It has half a surrogate pair, or bytes that are no UTF-8.</exception>
    public static Utf8Text Read(ref Utf8JsonReader reader)
    {
        var bytes = new byte[reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length];
        var length = reader.CopyString(bytes);
        return new Utf8Text(length == bytes.Length ? bytes : bytes[..length]);
    }

    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}

/// <summary>Reads and writes the bytes as they are, but for JSON's escapes.</summary>
internal sealed class Utf8TextConverter : JsonConverter<Utf8Text>
{
    public override Utf8Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException();
        }

        try
        {
            return Utf8Text.Read(ref reader);
        }
        catch (InvalidOperationException malformed)
        {
            throw new JsonException(null, malformed);
        }
    }

    public override void Write(Utf8JsonWriter writer, Utf8Text value, JsonSerializerOptions options) => writer.WriteStringValue(value.Bytes);
}
