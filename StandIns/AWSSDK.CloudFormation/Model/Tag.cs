namespace Amazon.CloudFormation.Model;

/// <summary>A label of a stack.</summary>
public partial class Tag
{
    /// <summary>The label's name.</summary>
    public string? Key { get; set; }

    /// <summary>The label's value.</summary>
    public string? Value { get; set; }
}
