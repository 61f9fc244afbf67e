namespace Amazon.SecretsManager.Model;

/// <summary>A label of a secret.</summary>
public partial class Tag
{
    /// <summary>The label's name.</summary>
    public string? Key { get; set; }

    /// <summary>The label's value.</summary>
    public string? Value { get; set; }
}
