namespace Amazon.EventBridge.Model;

/// <summary>Asks for the account's event buses.</summary>
public partial class ListEventBusesRequest : AmazonEventBridgeRequest
{
    /// <summary>The most to return.</summary>
    public int? Limit { get; set; }

    /// <summary>How their names begin; null: any.</summary>
    public string? NamePrefix { get; set; }

    /// <summary>Where the previous answer ended.</summary>
    public string? NextToken { get; set; }
}
