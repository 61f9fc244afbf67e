namespace Amazon.EventBridge.Model;

/// <summary>What an HTTP call carries beside its body.</summary>
public partial class HttpParameters
{
    /// <summary>Headers to add.</summary>
    public Dictionary<string, string>? HeaderParameters { get; set; }

    /// <summary>What the wildcards of the endpoint's path stand for, in order.</summary>
    public List<string>? PathParameterValues { get; set; }

    /// <summary>Query parameters to add.</summary>
    public Dictionary<string, string>? QueryStringParameters { get; set; }
}
