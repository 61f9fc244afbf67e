namespace Amazon.CloudFormation.Model;

/// <summary>A value that a stack gives out.</summary>
public partial class Output
{
    /// <summary>The output's name in the template.</summary>
    public string? OutputKey { get; set; }

    /// <summary>The value.</summary>
    public string? OutputValue { get; set; }

    /// <summary>The template's description of it.</summary>
    public string? Description { get; set; }

    /// <summary>The name under which other stacks import it.</summary>
    public string? ExportName { get; set; }
}
