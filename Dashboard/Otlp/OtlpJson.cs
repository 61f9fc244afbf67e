using Google.Protobuf;

namespace Dashboard.Otlp;

/// <summary>
/// OTLP/JSON: protobuf's JSON mapping, but ids are hexadecimal. Source: OpenTelemetry protocol specification, "JSON Protobuf Encoding".
/// </summary>
internal static class OtlpJson
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>Reads a message. Its ids are not right until they went through <see cref="ReadHex"/>.</summary>
    /// <exception cref="MalformedOtlpException">The text is none.</exception>
    public static T Parse<T>(string json)
        where T : IMessage<T>, new()
    {
        try
        {
            return Parser.Parse<T>(json);
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new MalformedOtlpException(WrongId.Find(json) ?? $"The request is no valid OTLP in JSON: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// Puts an id right: the parser took its hexadecimal digits for Base64, which is undone without loss, as every id has a multiple of four digits.
    /// </summary>
    /// <exception cref="MalformedOtlpException">It was not hexadecimal.</exception>
    public static ByteString ReadHex(ByteString id, string property)
    {
        if (id.IsEmpty)
        {
            return id;
        }

        try
        {
            return ByteString.CopyFrom(Convert.FromHexString(id.ToBase64()));
        }
        catch (FormatException exception)
        {
            throw new MalformedOtlpException($"{property}: must be {WrongId.Digits(property)} hexadecimal digits.", exception);
        }
    }
}
