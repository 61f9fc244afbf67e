using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace StandIns.Aws.Json;

/// <summary>One of the SDK's open sets of constants as its text.</summary>
internal abstract class ConstantConverter<T>(Func<string, T> find) : JsonConverter<T>
    where T : ConstantClass
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value ? find(value) : null;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
