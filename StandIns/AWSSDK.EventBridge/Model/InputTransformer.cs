namespace Amazon.EventBridge.Model;

/// <summary>Makes the text to send from the event.</summary>
public partial class InputTransformer
{
    /// <summary>Names for parts of the event, each a JSONPath.</summary>
    public Dictionary<string, string>? InputPathsMap { get; set; }

    /// <summary>The text, with the names in angle brackets.</summary>
    public string? InputTemplate { get; set; }
}
