using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>What became of each target.</summary>
public partial class PutTargetsResponse : AmazonWebServiceResponse
{
    /// <summary>Those that were not added.</summary>
    public List<PutTargetsResultEntry>? FailedEntries { get; set; }

    /// <summary>How many were not added.</summary>
    public int? FailedEntryCount { get; set; }
}
