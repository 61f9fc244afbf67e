using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>A write to the change sets: all of one, as it is from now on.</summary>
/// <param name="Id">Its ARN.</param>
/// <param name="ChangeSet">Null: it is deleted.</param>
internal sealed record ChangeSetChange(string Id, ChangeSet? ChangeSet) : StateChange
{
    [JsonIgnore]
    public override StatePartId Part => StatePartId.ChangeSets;

    public override void Encode(IBufferWriter<byte> target) => JsonChange.Write(target, this, ChangeSetChangeJson.Default.ChangeSetChange);
}

/// <summary>Change sets as JSON.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(CallConverter)])]
[JsonSerializable(typeof(ChangeSetChange))]
internal sealed partial class ChangeSetChangeJson : JsonSerializerContext;

/// <summary>A call as account, Region and host: its trace and its end are no part of what was asked for.</summary>
internal sealed class CallConverter : JsonConverter<CallContext>
{
    private const int Parts = 3;

    public override CallContext Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.GetString() ?? "").Split(' ', Parts) is [var account, var region, var host]
            ? new CallContext(account, region, host, default)
            : throw new JsonException("A call is account, Region and host.");

    public override void Write(Utf8JsonWriter writer, CallContext value, JsonSerializerOptions options) =>
        writer.WriteStringValue($"{value.Account} {value.Region} {value.Host}");
}
