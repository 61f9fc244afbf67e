using System.Buffers;
using System.Text.Json.Serialization;
using LocalAws.State;

namespace LocalAws.EventBridge.Archives;

/// <summary>A write to the content of an archive.</summary>
[JsonDerivedType(typeof(Added), "added")]
[JsonDerivedType(typeof(Removed), "removed")]
internal abstract record ArchiveChange(ArchiveKey Archive) : StateChange
{
    [JsonIgnore]
    public override StatePartId Part => StatePartId.Archives;

    public override void Encode(IBufferWriter<byte> target) => JsonChange.Write(target, this, ArchiveChangeJson.Default.ArchiveChange);

    /// <summary>An event was archived.</summary>
    internal sealed record Added(ArchiveKey Archive, ArchivedEvent Event) : ArchiveChange(Archive);

    /// <summary>The archive was deleted, all of its events included.</summary>
    /// <param name="Order">The last event of that time.</param>
    internal sealed record Removed(ArchiveKey Archive, long Order) : ArchiveChange(Archive);
}

/// <summary>The changes of archives as JSON.</summary>
[JsonSerializable(typeof(ArchiveChange))]
internal sealed partial class ArchiveChangeJson : JsonSerializerContext;
