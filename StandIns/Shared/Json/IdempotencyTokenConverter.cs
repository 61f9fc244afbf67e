using System.Text.Json;
using System.Text.Json.Serialization;

namespace StandIns.Aws.Json;

/// <summary>A token that the service demands and the caller may leave out. It is written once a call, so that retries repeat it.</summary>
internal sealed class IdempotencyTokenConverter : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value ?? Guid.NewGuid().ToString());
}
