using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.EventBridge.Wire;

/// <summary>A timestamp as the AWS JSON protocols carry it: seconds since 1970, with a fraction. ISO 8601 is read too.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetDateTimeOffset();
        }

        var seconds = reader.GetDouble();
        return seconds is > -62_135_596_800 and < 253_402_300_800
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : throw new JsonException("The timestamp is out of range.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
}
