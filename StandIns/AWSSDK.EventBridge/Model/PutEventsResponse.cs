using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>What became of each event.</summary>
public partial class PutEventsResponse : AmazonWebServiceResponse
{
    /// <summary>One result an event, in the request's order.</summary>
    public List<PutEventsResultEntry>? Entries { get; set; }

    /// <summary>How many events were not put.</summary>
    public int? FailedEntryCount { get; set; }
}
