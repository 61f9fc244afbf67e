using System.Buffers;
using System.Text.Json.Serialization;
using LocalAws.State;

namespace LocalAws.EventBridge.Topology;

/// <summary>A write to the topology of a Region: the whole of it, as it is from now on.</summary>
internal sealed record TopologyChange(EventTopology Topology) : StateChange
{
    [JsonIgnore]
    public override StatePartId Part => StatePartId.Events;

    public override void Encode(IBufferWriter<byte> target) => JsonChange.Write(target, this, TopologyChangeJson.Default.TopologyChange);
}

/// <summary>The topology's changes as JSON.</summary>
[JsonSerializable(typeof(TopologyChange))]
internal sealed partial class TopologyChangeJson : JsonSerializerContext;
