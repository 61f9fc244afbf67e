using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Event buses.</summary>
public partial class ListEventBusesResponse : AmazonWebServiceResponse
{
    /// <summary>The buses.</summary>
    public List<EventBus>? EventBuses { get; set; }

    /// <summary>Where the next page begins; null: this is the last.</summary>
    public string? NextToken { get; set; }
}
