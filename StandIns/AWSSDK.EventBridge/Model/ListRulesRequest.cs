namespace Amazon.EventBridge.Model;

/// <summary>Asks for the rules of a bus.</summary>
public partial class ListRulesRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN. Null: the default bus.</summary>
    public string? EventBusName { get; set; }

    /// <summary>The most to return.</summary>
    public int? Limit { get; set; }

    /// <summary>How their names begin; null: any.</summary>
    public string? NamePrefix { get; set; }

    /// <summary>Where the previous answer ended.</summary>
    public string? NextToken { get; set; }
}
