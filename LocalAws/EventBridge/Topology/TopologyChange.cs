using LocalAws.State;

namespace LocalAws.EventBridge.Topology;

/// <summary>A write to the topology of a Region: the whole of it, as it is from now on.</summary>
internal sealed record TopologyChange(EventTopology Topology) : StateChange;
