using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.CloudFormation.Templates;
using LocalAws.State;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>A write to a stack: the whole of it, as it is from now on.</summary>
internal sealed record StackChange(StackSnapshot Stack) : StateChange
{
    [JsonIgnore]
    public override StatePartId Part => StatePartId.Stacks;

    public override void Encode(IBufferWriter<byte> target) => JsonChange.Write(target, this, StackChangeJson.Default.StackChange);
}

/// <summary>Stacks as JSON.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(TemplateTextConverter)])]
[JsonSerializable(typeof(StackChange))]
internal sealed partial class StackChangeJson : JsonSerializerContext;

/// <summary>A template as its text, which all else of it follows from.</summary>
internal sealed class TemplateTextConverter : JsonConverter<Template>
{
    public override Template Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TemplateParser.Parse(reader.GetString() ?? throw new JsonException("A template is null."));

    public override void Write(Utf8JsonWriter writer, Template value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
