using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Rules of a bus.</summary>
public partial class ListRulesResponse : AmazonWebServiceResponse
{
    /// <summary>Where the next page begins; null: this is the last.</summary>
    public string? NextToken { get; set; }

    /// <summary>The rules.</summary>
    public List<Rule>? Rules { get; set; }
}
