using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>What became of each target.</summary>
public partial class RemoveTargetsResponse : AmazonWebServiceResponse
{
    /// <summary>Those that were not removed.</summary>
    public List<RemoveTargetsResultEntry>? FailedEntries { get; set; }

    /// <summary>How many were not removed.</summary>
    public int? FailedEntryCount { get; set; }
}
